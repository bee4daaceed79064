using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Autograder.Core.Assignments;
using Autograder.Engine.Specs.Yaml;

namespace Autograder.Engine.Specs.Documents;

internal sealed class LateDocument : SpecDocument
{
    [Description("So late costs nothing; 0 unless given. Later than that, days are counted from the due date all the same.")]
    public MinutesForm? GraceMinutes { get; set; }

    [Required, Description("Percent of the points earned, for each day that has begun.")]
    public PercentForm? PercentPerDay { get; set; }

    [Description("Percent that it costs at most; 100 unless given.")]
    public PercentForm? MostPercent { get; set; }

    [Description("Later than so many days nothing counts.")]
    public DaysForm? CutOffDays { get; set; }
}

internal sealed class AttemptsDocument : SpecDocument
{
    [Required, Description("So many attempts are graded in any time of that length; for further ones the latest results are repeated.")]
    public CountForm? Most { get; set; }

    [Required, Description("The length of that time.")]
    public HoursForm? Hours { get; set; }
}

internal sealed record PercentForm(SpecPlace Place, double Value) : ISpecForm<PercentForm>
{
    public static string Expected => "a percentage greater than 0 and at most 100, without the sign";

    public static string Schema => """{ "type": "number", "exclusiveMinimum": 0, "maximum": 100 }""";

    public static PercentForm? Read(SpecNode node) => NumberForm.Read(node) is { Value: <= 100 } number ? new PercentForm(node.Place, number.Value) : null;
}

internal sealed record MinutesForm(SpecPlace Place, TimeSpan Value) : ISpecForm<MinutesForm>
{
    public static string Expected => "minutes from 0 to 10080";

    public static string Schema => """{ "type": "number", "minimum": 0, "maximum": 10080 }""";

    public static MinutesForm? Read(SpecNode node) =>
        node is ScalarNode scalar && NumberForm.TryParse(scalar, out double value) && value is >= 0 and <= 10080 ? new MinutesForm(node.Place, TimeSpan.FromMinutes(value)) : null;
}

internal sealed record HoursForm(SpecPlace Place, TimeSpan Value) : ISpecForm<HoursForm>
{
    public static string Expected => "hours, more than 0 and at most 8784";

    public static string Schema => """{ "type": "number", "exclusiveMinimum": 0, "maximum": 8784 }""";

    public static HoursForm? Read(SpecNode node) => NumberForm.Read(node) is { Value: <= 8784 } number ? new HoursForm(node.Place, TimeSpan.FromHours(number.Value)) : null;
}

internal sealed record DaysForm(SpecPlace Place, TimeSpan Value) : ISpecForm<DaysForm>
{
    public static string Expected => "days, more than 0 and at most 366";

    public static string Schema => """{ "type": "number", "exclusiveMinimum": 0, "maximum": 366 }""";

    public static DaysForm? Read(SpecNode node) => NumberForm.Read(node) is { Value: <= 366 } number ? new DaysForm(node.Place, TimeSpan.FromDays(number.Value)) : null;
}

internal sealed record VisibilityForm(SpecPlace Place, Visibility Value) : ISpecForm<VisibilityForm>
{
    public static string Expected => "one of visible, after-due-date, after-published, hidden";

    public static string Schema => """{ "enum": ["visible", "after-due-date", "after-published", "hidden"] }""";

    public static VisibilityForm? Read(SpecNode node) =>
        node is ScalarNode { Text: "visible" or "after-due-date" or "after-published" or "hidden" } scalar
            ? new VisibilityForm(node.Place, Enum.Parse<Visibility>(scalar.Text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true))
            : null;
}
