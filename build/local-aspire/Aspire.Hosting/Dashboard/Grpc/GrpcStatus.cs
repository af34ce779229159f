namespace Aspire.Hosting.Dashboard.Grpc;

/// <summary>The status codes of gRPC that the resource service answers with; the numbers are the wire's.</summary>
internal enum GrpcStatus
{
    Ok = 0,
    InvalidArgument = 3,
    NotFound = 5,
    ResourceExhausted = 8,
    Unimplemented = 12,
    Internal = 13,
    Unauthenticated = 16,
}
