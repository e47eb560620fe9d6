using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace Crm.Api;

/// <summary>A body has its limit also where the server that the application runs under sets none, as Kestrel does; and JSON is UTF-8 (RFC 8259).</summary>
internal sealed class BodyRules(RequestDelegate next)
{
    public const int UsualBytes = 1024 * 1024;

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.HasJsonContentType() && http.Request.GetTypedHeaders().ContentType is { Charset.HasValue: true } type && !IsUtf8(type.Charset.Value))
        {
            return Problems.Write(http, HttpErrors.UnsupportedMediaType);
        }
        if (http.Request.ContentType?.StartsWith("application/json-patch", StringComparison.OrdinalIgnoreCase) == true)
        {
            return Problems.Write(http, HttpErrors.UnsupportedMediaType);
        }
        if (!StringValues.IsNullOrEmpty(http.Request.Headers.ContentEncoding) && http.Request.Headers.ContentEncoding != "identity")
        {
            http.Response.Headers.AcceptEncoding = "identity";
            return Problems.Write(http, HttpErrors.UnsupportedMediaType.Because("The body is compressed. Send it as it is, without Content-Encoding."));
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is null)
        {
            var most = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize : UsualBytes;
            http.Request.Body = new Bounded(http.Request.Body, most ?? long.MaxValue);
        }
        return next(http);
    }

    private static bool IsUtf8(string charset) =>
        charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Trim('"').Equals("us-ascii", StringComparison.OrdinalIgnoreCase);

    private sealed class Bounded(Stream body, long most) : Stream
    {
        private long read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(body.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Count(await body.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Count(int bytes)
        {
            read += bytes;
            return read <= most ? bytes : throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
        }
    }
}
