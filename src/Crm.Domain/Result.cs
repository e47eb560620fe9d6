using System.Diagnostics.CodeAnalysis;

namespace Crm.Domain;

/// <summary>Done, or the reason why not.</summary>
public readonly struct Result
{
    private readonly Error? error;
    private Result(Error error) => this.error = error;

    public static readonly Result Done;

    public bool Failed([NotNullWhen(true)] out Error? error)
    {
        error = this.error;
        return error is not null;
    }

    public static implicit operator Result(Error error) => new(error);
}

/// <summary>An answer, or the reason why there is none.</summary>
public readonly struct Result<T>
{
    private readonly Error? error;
    private readonly T? value;

    private Result(T value) => this.value = value;
    private Result(Error error) => this.error = error;

    /// <summary>The answer; a bug where there is none, so ask <see cref="Failed(out Error?)"/> first.</summary>
    public T Value => error is null ? value! : throw new InvalidOperationException($"No answer, but {error.Code}.");

    public bool Failed([NotNullWhen(true)] out Error? error)
    {
        error = this.error;
        return error is not null;
    }

    public bool Failed([NotNullWhen(true)] out Error? error, [NotNullWhen(false)] out T? value)
    {
        error = this.error;
        value = this.value;
        return error is not null;
    }

    public static implicit operator Result<T>(T value) => new(value);
    public static implicit operator Result<T>(Error error) => new(error);
}
