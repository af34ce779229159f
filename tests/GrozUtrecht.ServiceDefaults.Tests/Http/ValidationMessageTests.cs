using System.ComponentModel.DataAnnotations;
using GrozUtrecht.ServiceDefaults.Http;

namespace GrozUtrecht.ServiceDefaults.Tests.Http;

/// <summary>Each attribute's own message, as this version of the framework makes it: an update that changes one fails here.</summary>
public sealed class ValidationMessageTests
{
    public static TheoryData<ValidationAttribute, string> Messages => new()
    {
        { new RequiredAttribute(), "Dit veld is verplicht." },
        { new RangeAttribute(1, 50), "Kies een waarde van 1 tot en met 50." },
        { new StringLengthAttribute(20), "Gebruik ten hoogste 20 tekens of onderdelen." },
        { new StringLengthAttribute(20) { MinimumLength = 2 }, "Gebruik 2 tot en met 20 tekens of onderdelen." },
        { new LengthAttribute(1, 6), "Gebruik 1 tot en met 6 tekens of onderdelen." },
        { new MaxLengthAttribute(8), "Gebruik ten hoogste 8 tekens of onderdelen." },
        { new MinLengthAttribute(3), "Gebruik ten minste 3 tekens of onderdelen." },
        { new RegularExpressionAttribute("a+"), "De vorm van deze waarde klopt niet." },
        { new AllowedValuesAttribute("a", "b"), "Deze waarde bestaat niet." },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void The_message_of_an_attribute_is_said_in_Dutch(ValidationAttribute attribute, string expected) =>
        Assert.Equal(expected, ValidationMessages.InDutch(attribute.FormatErrorMessage("veld")));

    [Fact]
    public void A_message_of_our_own_stays_as_it_is() =>
        Assert.Equal("Een sessie eindigt na haar begin.", ValidationMessages.InDutch("Een sessie eindigt na haar begin."));
}
