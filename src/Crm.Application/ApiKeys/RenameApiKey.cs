using Crm.Domain;
using Crm.Domain.ApiKeys;
using FluentValidation;

namespace Crm.Application.ApiKeys;

public sealed record RenameApiKey(ApiKeyId Id, Patch<ApiKeyBody> Changes, IfMatch IfMatch) : ICatalogCommand<ApiKeyDetails>;

/// <summary>What can be changed of a key. What it may do is fixed: make another one, then revoke this.</summary>
/// <param name="Name">What it is for; 1 to 100 characters.</param>
public sealed record ApiKeyBody(string Name)
{
    public static readonly ApiKeyBody Example = new("Web shop, new site");
}

internal sealed class ApiKeyBodyValidator : AbstractValidator<ApiKeyBody>
{
    public ApiKeyBodyValidator() => RuleFor(x => x.Name).NotEmpty().MaximumLength(ApiKey.NameMaxLength);
}

internal sealed class RenameApiKeyHandler(ICatalogDb catalog, Caller caller, TimeProvider clock, IValidator<ApiKeyBody> validator)
    : ICatalogCommandHandler<RenameApiKey, ApiKeyDetails>
{
    public async Task<Result<ApiKeyDetails>> Handle(RenameApiKey command, CancellationToken ct)
    {
        if ((await catalog.KeysOf(caller).Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var key)
            || command.Changes.ApplyTo(new ApiKeyBody(key.Name)).Failed(out error, out var body))
        {
            return error;
        }
        if (Validation.Check(validator, body) is { } invalid)
        {
            return invalid;
        }
        return key.Rename(body.Name, clock.GetUtcNow()).Failed(out error) ? error : ApiKeyDetails.Of(key);
    }
}
