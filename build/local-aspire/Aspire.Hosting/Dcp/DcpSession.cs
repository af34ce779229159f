using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aspire.Hosting.Dcp;

/// <summary>The directory of one run of DCP, which removes it when it ends, also when the AppHost was killed.</summary>
internal sealed class DcpSession : IDisposable
{
    private const UnixFileMode Traversable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public DcpSession(TimeProvider clock)
    {
        // Servers that refuse to run as root must be able to pass through to data that is kept for this run only.
        Directory = System.IO.Directory.CreateTempSubdirectory("groz-").FullName;
        File.SetUnixFileMode(Directory, Traversable);
        Certificate = Certify(clock.GetUtcNow());
        File.WriteAllText(CertificateFile, Certificate.ExportCertificatePem());
        using var key = Certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public string Directory { get; }

    public X509Certificate2 Certificate { get; }

    public string CertificateFile => Path.Combine(Directory, "certificate.pem");

    public string KeyFile => Path.Combine(Directory, "key.pem");

    public string ConnectionFile => Path.Combine(Directory, "kubeconfig");

    /// <summary>Where a server without a data volume keeps its data.</summary>
    public string DataOf(string resourceName) => Path.Combine(Directory, "data", resourceName);

    public void Dispose()
    {
        Certificate.Dispose();
        try
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
        catch (IOException)
        {
            // DCP is removing it, or has removed it, itself.
        }
    }

    // DCP would make an RSA-4096 authority of its own, which takes seconds.
    private static X509Certificate2 Certify(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
    }
}
