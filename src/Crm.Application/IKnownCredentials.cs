namespace Crm.Application;

/// <summary>What this process remembers of credentials and tenants, so that no request asks the catalog.</summary>
public interface IKnownCredentials
{
    /// <summary>Forgets everything, so that a change of the catalog is obeyed by the next request.</summary>
    void Forget();
}
