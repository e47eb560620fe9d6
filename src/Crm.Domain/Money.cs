namespace Crm.Domain;

/// <summary>An amount of money.</summary>
/// <param name="Amount">The amount in the currency's minor unit (ISO 4217), a whole number.</param>
/// <param name="Currency">ISO 4217 code of the currency, three capital letters.</param>
public sealed record Money(long Amount, string Currency)
{
    public const int CurrencyMaxLength = 3;

    /// <summary>What JSON numbers carry exactly everywhere.</summary>
    public const long Most = 9_007_199_254_740_991;
}
