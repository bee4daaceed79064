using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;

namespace Autograder.Reporting.Gradebooks;

/// <summary>Lists of a class as CSV. Names cannot become formulas in a spreadsheet, nor in one that splits at semicolons or tabs.</summary>
internal static partial class CsvText
{
    /// <summary>Where a spreadsheet may split, whatever the file says: that depends on its country and on what is clicked.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create(";\t");

    internal static string Of(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            InjectionOptions = InjectionOptions.Escape,
            NewLine = "\n",
            ShouldQuote = field => ConfigurationFunctions.ShouldQuote(field) || field.Field.AsSpan().ContainsAny(Separators),
        };
        using (var csv = new CsvWriter(text, configuration))
        {
            foreach (IEnumerable<string> row in rows.Prepend(header))
            {
                foreach (string field in row)
                {
                    csv.WriteField(InnerFormula().Replace(field, "'"));
                }

                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    internal static string Number(double number) => Math.Round(number, 5).ToString(CultureInfo.InvariantCulture);

    /// <summary>Before what would be a formula if a cell began there. The beginning of the field is seen to already.</summary>
    [GeneratedRegex(@"(?<=[;,\t\r\n][\s""']*)(?=[=+\-@])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InnerFormula();
}
