using System.Collections.Immutable;
using System.Text;
using Autograder.Core.Reports;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Autograder.Engine.Intake.Layouts;

/// <param name="Folder">Beside the file.</param>
internal sealed record GradescopeEntry(string Folder, ImmutableArray<Student> Submitters, int EarlierTries);

/// <summary>
/// Reads submission_metadata.yml event by event: it is a few lines a submission and all results of all its tries, which are passed over.
/// Its keys are Ruby's symbols, with a colon before them.
/// </summary>
internal static class GradescopeMetadata
{
    private const string Submitters = ":submitters", History = ":history";

    /// <exception cref="IntakeException">It is no such file.</exception>
    internal static ImmutableArray<GradescopeEntry> Read(byte[] yaml)
    {
        using var text = new StreamReader(new MemoryStream(yaml), Encoding.UTF8);
        try
        {
            return Entries(new Parser(text));
        }
        catch (YamlException exception)
        {
            throw new IntakeException($"submission_metadata.yml cannot be read, at line {exception.Start.Line}: {exception.Message}");
        }
    }

    private static ImmutableArray<GradescopeEntry> Entries(Parser parser)
    {
        var entries = ImmutableArray.CreateBuilder<GradescopeEntry>();
        parser.Consume<StreamStart>();
        if (parser.TryConsume<DocumentStart>(out _))
        {
            ReadMapping(parser, folder => entries.Add(Entry(parser, folder)));
        }

        return entries.GroupBy(entry => entry.Folder, StringComparer.Ordinal).FirstOrDefault(alike => alike.Count() > 1) is { } twice
            ? throw new IntakeException($"submission_metadata.yml lists {SubmissionName.Shown(twice.Key)} twice, so whose it is cannot be told: download the export again")
            : entries.ToImmutable();
    }

    private static GradescopeEntry Entry(Parser parser, string folder)
    {
        ImmutableArray<Student> submitters = [];
        int earlier = 0;
        ReadMapping(parser, key =>
        {
            if (key == Submitters && parser.Accept<SequenceStart>(out _))
            {
                submitters = Students(parser);
            }
            else if (key == History && parser.Accept<SequenceStart>(out _))
            {
                earlier = Count(parser);
            }
            else
            {
                parser.SkipThisAndNestedEvents();
            }
        });
        return new GradescopeEntry(folder, submitters, earlier);
    }

    private static ImmutableArray<Student> Students(Parser parser)
    {
        var students = ImmutableArray.CreateBuilder<Student>();
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            var said = new Dictionary<string, string>(StringComparer.Ordinal);
            ReadMapping(parser, key =>
            {
                if (parser.TryConsume<Scalar>(out Scalar? value))
                {
                    said[key] = IsNothing(value) ? "" : value.Value;
                }
                else
                {
                    parser.SkipThisAndNestedEvents();
                }
            });
            students.Add(new Student(said.GetValueOrDefault(":name", ""), said.GetValueOrDefault(":sid", ""), said.GetValueOrDefault(":email", "")));
        }

        return students.ToImmutable();
    }

    private static int Count(Parser parser)
    {
        int count = 0;
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            parser.SkipThisAndNestedEvents();
            count++;
        }

        return count;
    }

    /// <param name="read">Gets each key, and must take its value from the parser.</param>
    private static void ReadMapping(Parser parser, Action<string> read)
    {
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            read(parser.Consume<Scalar>().Value);
        }
    }

    private static bool IsNothing(Scalar value) => value.Style == ScalarStyle.Plain && value.Value is "" or "~" or "null";
}
