namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>
/// A consumer refuses a message for a reason in the domain that trying again will not change. It is not retried: the message
/// goes to the error queue, where an operator sees it.
/// </summary>
public sealed class DomainFailureException(string code) : Exception($"Refused: {code}.")
{
    /// <summary>The stable code of the failure.</summary>
    public string Code { get; } = code;
}
