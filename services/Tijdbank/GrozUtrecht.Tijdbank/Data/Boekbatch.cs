using GrozUtrecht.Tijdbank.Domain;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Requests that share one round trip and one commit. An id, or a hold, occurs in it once: the second waits for the next batch.</summary>
internal sealed class Boekbatch(int maximumOrders)
{
    private readonly HashSet<Guid> ids = [];

    public List<Boekverzoek> Requests { get; } = [];

    public List<Opdracht> Orders { get; } = [];

    public List<int?> Groups { get; } = [];

    public bool IsEmpty => Requests.Count == 0;

    /// <summary>True once another request could only make callers wait longer.</summary>
    public bool IsFull => Orders.Count >= maximumOrders;

    /// <summary>False when the request must wait for the next batch.</summary>
    public bool TryAdd(Boekverzoek request)
    {
        if (!IsEmpty && (Orders.Count + request.Orders.Count > maximumOrders || request.Orders.Any(Collides)))
        {
            return false;
        }

        int? group = request.Orders.Count > 1 ? Requests.Count : null;
        foreach (var order in request.Orders)
        {
            ids.Add(order.Id);
            if (order.ReserveringId is { } reserveringId)
            {
                ids.Add(reserveringId);
            }

            Orders.Add(order);
            Groups.Add(group);
        }

        Requests.Add(request);
        return true;
    }

    /// <summary>Gives each caller its own part of the answers.</summary>
    public void Complete(Boeking[] boekingen)
    {
        var start = 0;
        foreach (var request in Requests)
        {
            request.Complete(boekingen[start..(start + request.Orders.Count)]);
            start += request.Orders.Count;
        }
    }

    public void Fail(Exception exception) => Requests.ForEach(request => request.Fail(exception));

    private bool Collides(Opdracht order) => ids.Contains(order.Id) || (order.ReserveringId is { } reserveringId && ids.Contains(reserveringId));
}
