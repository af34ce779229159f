namespace GrozUtrecht.AppHost;

/// <summary>Who is paid, and who may read that.</summary>
internal static class Payees
{
    /// <summary>
    /// Gives the Tijdbank the key under which it stores names and bank accounts. In production an operator sets the parameter
    /// <c>tijdbank-encryption-key</c> (43 characters: base64 of 32 bytes without the final "=") and keeps it: without it nothing that
    /// was sealed can be read again.
    /// </summary>
    public static void SealPayees(this Service tijdbank) =>
        tijdbank.Process.WithEnvironment(
            "Tijdbank__Versleuteling__Sleutel", tijdbank.Process.ApplicationBuilder.AddGeneratedKey("tijdbank-encryption-key"));
}
