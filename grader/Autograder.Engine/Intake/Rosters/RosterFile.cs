using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Autograder.Core.Reports;
using CsvHelper;
using CsvHelper.Configuration;

namespace Autograder.Engine.Intake.Rosters;

/// <summary>Reads a list of students as platforms export them: a CSV file whose first line names the columns, in any order.</summary>
internal static class RosterFile
{
    private static readonly string[] IdColumns =
        ["id", "sid", "studentid", "sisuserid", "studentnumber", "matriculation", "idnumber", "username", "userid", "sisloginid", "login", "githubusername", "rosteridentifier", "identifier"];

    /// <summary>Other encodings would give students other names in silence.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Stands among the students of what Canvas' gradebook exports.</summary>
    private const string PointsPossible = "Points Possible";

    private static readonly string[] NameColumns = ["name", "fullname", "student", "studentname"];
    private static readonly string[] FirstColumns = ["firstname", "givenname"], LastColumns = ["lastname", "surname", "familyname"];
    private static readonly string[] EmailColumns = ["email", "emailaddress", "mail"], SectionColumns = ["section", "sections"];

    /// <exception cref="IntakeException">It cannot be read, names no students, or has two with one id.</exception>
    internal static ImmutableArray<RosterEntry> Read(string path)
    {
        try
        {
            using var text = new StreamReader(path, Strict);
            using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim, DetectDelimiter = true, DetectDelimiterValues = [",", ";", "\t"] });
            return Read(csv, path);
        }
        catch (DecoderFallbackException)
        {
            throw new IntakeException($"the roster {path} is not in UTF-8: save it as CSV UTF-8");
        }
        catch (BadDataException exception)
        {
            throw new IntakeException($"the roster {path} cannot be read: up to line {exception.Context?.Parser?.RawRow} a quotation mark is not closed, or stands alone; one within a field is written twice, and the field in quotation marks");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CsvHelperException)
        {
            throw new IntakeException($"the roster {path} cannot be read: {exception.Message.Split('\n')[0].TrimEnd()}");
        }
    }

    private static ImmutableArray<RosterEntry> Read(CsvReader csv, string path)
    {
        string[] columns = csv.Read() && csv.ReadHeader() ? [.. csv.HeaderRecord!.Select(NameForms.Bare)] : [];
        if (!columns.Intersect([.. IdColumns, .. EmailColumns, .. NameColumns, .. LastColumns]).Any())
        {
            throw new IntakeException($"the roster {path} needs a first line that names its columns, one of them id, name or email");
        }

        var entries = ImmutableArray.CreateBuilder<RosterEntry>();
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        while (csv.Read())
        {
            RosterEntry entry = Entry(columns, csv.Parser.Record!);
            if (entry.Student.Id.Length > 0 && !lines.TryAdd(entry.Student.Id, csv.Parser.RawRow))
            {
                throw new IntakeException($"the roster {path} has two students with the id {entry.Student.Id}, in the lines {lines[entry.Student.Id]} and {csv.Parser.RawRow}");
            }

            if (entry is not { Ids: [], Names: [], Student.Email: "" } && entry.Student.Name != PointsPossible)
            {
                entries.Add(entry);
            }
        }

        return entries.Count == 0 ? throw new IntakeException($"the roster {path} names no students") : entries.ToImmutable();
    }

    private static RosterEntry Entry(string[] columns, string[] record)
    {
        string Value(string[] names) => Values(names).FirstOrDefault("");
        IEnumerable<string> Values(string[] names) => names.Select(name => Array.IndexOf(columns, name)).Where(index => index >= 0 && index < record.Length)
            .Select(index => record[index]).Where(value => value.Length > 0);
        string first = Value(FirstColumns), last = Value(LastColumns), whole = Value(NameColumns);
        ImmutableArray<string> ids = [.. Values(IdColumns)];
        return new RosterEntry(
            new Student(whole.Length > 0 ? whole : $"{first} {last}".Trim(), ids.FirstOrDefault(""), Value(EmailColumns), Value(SectionColumns)),
            ids,
            whole.Length > 0 ? NameForms.Of(whole) : NameForms.Of(first, last));
    }
}
