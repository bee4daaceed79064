using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Autograder.Reporting.Gradebooks;

/// <summary>Lists of a class as CSV. Names cannot become formulas in a spreadsheet.</summary>
internal static class CsvText
{
    internal static string Of(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\n" };
        using (var csv = new CsvWriter(text, configuration))
        {
            foreach (IEnumerable<string> row in rows.Prepend(header))
            {
                foreach (string field in row)
                {
                    csv.WriteField(field);
                }

                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    internal static string Number(double number) => Math.Round(number, 5).ToString(CultureInfo.InvariantCulture);
}
