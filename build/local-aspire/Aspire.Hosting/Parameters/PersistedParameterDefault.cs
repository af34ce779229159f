using Aspire.Hosting.State;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is made once and then kept, so that a data volume made with it can be opened again.</summary>
internal sealed class PersistedParameterDefault(string name, ParameterDefault inner, ParameterFile file) : ParameterDefault
{
    public override string GetDefaultValue() => file.GetOrAdd(name, inner.GetDefaultValue);
}
