namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR user-defined type serialises; this product has none.</summary>
public enum Format { Unknown = 0, Native = 1, UserDefined = 2 }

/// <summary>Custom serialisation of a CLR user-defined type.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);
    void Write(BinaryWriter w);
}

/// <summary>Thrown by the driver for a type that is no user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"'{udtType}' is no user-defined type: {resourceReason}");

    private InvalidUdtException(string message) : base(message) { }
}

/// <summary>Marks a CLR user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;
    public bool IsByteOrdered { get; set; }
    public bool IsFixedLength { get; set; }
    public int MaxByteSize { get; set; }
    public string? Name { get; set; }
    public string? ValidationMethodName { get; set; }
}
