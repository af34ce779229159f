using System.Data;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace GrozUtrecht.ServiceDefaults.Data;

/// <summary>What Dapper must know once per process: snake_case columns, dates without a time, and moments in UTC.</summary>
public static class DapperTypes
{
    private static readonly Lock Gate = new();
    private static bool registered;

    /// <summary>Harmless when repeated. A host does it by itself; a command that opens a database without one must ask.</summary>
    public static void Register()
    {
        lock (Gate)
        {
            if (registered)
                return;
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            // Dapper's own map would win over the handlers for parameters.
            foreach (var type in new[] { typeof(DateOnly), typeof(DateOnly?), typeof(DateTimeOffset), typeof(DateTimeOffset?) })
                SqlMapper.RemoveTypeMap(type);
            SqlMapper.AddTypeHandler(new DateHandler());
            SqlMapper.AddTypeHandler(new MomentHandler());
            registered = true;
        }
    }

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value is DateOnly date ? date : DateOnly.FromDateTime((DateTime)value);

        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Date;
            parameter.Value = value;
        }
    }

    private sealed class MomentHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) =>
            value is DateTimeOffset moment ? moment : new DateTimeOffset(DateTime.SpecifyKind((DateTime)value, DateTimeKind.Utc));

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.TimestampTz;
            parameter.Value = value.ToUniversalTime();
        }
    }
}
