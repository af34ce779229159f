namespace GrozUtrecht.ServiceDefaults.Messaging;

/// <summary>
/// A consumer is missing something that another message will bring, because order is not guaranteed. The transaction is rolled
/// back and the message is delivered to this consumer again after one second, then after longer and longer pauses
/// (<see cref="MessagingOptions.DeferralDelays"/>, about 15 hours in all); then it goes to the error queue.
/// </summary>
public sealed class NotYetException(string missing) : Exception($"Not there yet: {missing}.");
