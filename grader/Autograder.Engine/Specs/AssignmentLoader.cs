using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Autograder.Core.Assignments;
using Autograder.Core.HandingIn;
using Autograder.Engine.Keys;
using Autograder.Engine.Specs.Documents;
using Autograder.Engine.Specs.Reading;
using Autograder.Engine.Specs.Yaml;
using Autograder.Sandbox.Messages;

namespace Autograder.Engine.Specs;

/// <summary>Reads a homework: the spec, the given functions and the key.</summary>
public static class AssignmentLoader
{
    public const string FileName = "assignment.yaml";

    /// <summary>What students get of it.</summary>
    public const string PublicFileName = "homework.yaml";

    private const char ByteOrderMark = '\uFEFF';

    /// <param name="path">A folder with an assignment.yaml, or the file itself.</param>
    /// <exception cref="SpecException">Everything that is wrong, with its places.</exception>
    public static LoadedAssignment Load(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        return Load(file, problems => ReadFile(file, new SpecPlace(file, 1, 1), "the spec", problems), isPublic: false);
    }

    /// <summary>What a student has of a homework: its definitions judge, and no key.</summary>
    /// <param name="path">A folder with a homework.yaml or, for the staff, with an assignment.yaml; or one of these files.</param>
    /// <exception cref="SpecException">Everything that is wrong, with its places.</exception>
    public static LoadedAssignment LoadPublic(string path)
    {
        string file = !Directory.Exists(path) ? path
            : Path.Combine(path, PublicFileName) is var own && File.Exists(own) ? own
            : Path.Combine(path, FileName);
        return Path.GetFileName(file) == FileName
            ? LoadPublic(file, PublicSpec.Of(Load(file)))
            : Load(file, problems => ReadFile(file, new SpecPlace(file, 1, 1), "the spec", problems), isPublic: true);
    }

    /// <param name="file">Beside which the given code stands.</param>
    /// <param name="spec">What a homework.yaml there would say.</param>
    /// <exception cref="SpecException">It cannot be used without what was left out.</exception>
    public static LoadedAssignment LoadPublic(string file, string spec) => Load(file, _ => Encoding.UTF8.GetBytes(spec), isPublic: true);

    private static LoadedAssignment Load(string file, Func<SpecProblems, byte[]?> read, bool isPublic)
    {
        var problems = new SpecProblems();
        LoadedAssignment? loaded = read(problems) is { } spec ? Load(file, spec, isPublic, problems) : null;
        return problems.Any || loaded is null ? throw new SpecException(problems.Ordered) : loaded;
    }

    private static LoadedAssignment? Load(string file, byte[] spec, bool isPublic, SpecProblems problems)
    {
        if (SpecYaml.Parse(file, Encoding.UTF8.GetString(spec).TrimStart(ByteOrderMark), problems) is not { } root
            || SpecReader.Read<AssignmentDocument>(root, problems) is not { } document)
        {
            return null;
        }

        if (!isPublic && document.Reference is null && !document.Unread.Contains("reference"))
        {
            problems.Add(document.Place, "the key 'reference' is missing");
        }

        foreach ((TextForm? secret, string key) in isPublic ? [(document.Reference, "reference"), (document.Seed, "seed")] : Array.Empty<(TextForm?, string)>())
        {
            if (secret is not null)
            {
                problems.Add(secret.Place, $"a homework that students check has no '{key}'; the staff's spec is called {FileName}");
            }
        }

        KeySource? given = Source(file, document.Given, "the given code", problems);
        KeySource? reference = Source(file, document.Reference, "the reference", problems);
        KeyProgram? program = given is null || (reference is null && !isPublic) ? null : KeyProgram.Compile(given, reference, problems);
        var reader = new QuestionReader(problems, program, document);
        List<ReadQuestion> questions = ReadQuestions(document, reader, problems);
        Limits limits = reader.AssignmentLimits();
        LateRule? late = new HandingInReader(problems).Read(document.Late);
        if (program is null
            || KeyExpressions.Compile(program, [.. questions.SelectMany(question => question.Expressions)], problems) is not { } compiled
            || problems.Any)
        {
            return null;
        }

        var keys = new QuestionKeys(program, compiled);
        var assignment = new Assignment(
            document.Id!.Text,
            document.Title!.Text,
            [.. questions.Select(question => question.Question!)],
            limits,
            Fingerprint([spec, given!.Content, reference?.Content ?? [], .. Data(questions)]))
        {
            Late = late,
            Attempts = HandingInReader.Read(document.Attempts),
        };
        return new LoadedAssignment(
            assignment,
            [.. questions.Select(question => keys.Make(question.Question!, question.Expressions))],
            [.. questions.Select(question => question.Places)],
            new SourceFile(Path.GetFileName(given.Path), given.Content))
        {
            Program = program,
            Spec = root as MappingNode,
            Seed = document.Seed?.Text,
        };
    }

    private static List<ReadQuestion> ReadQuestions(AssignmentDocument document, QuestionReader reader, SpecProblems problems)
    {
        var read = new List<ReadQuestion>();
        var ids = new Dictionary<string, SpecPlace>(StringComparer.Ordinal);
        foreach (QuestionDocument question in document.Questions ?? [])
        {
            if (question.Id is { } id && !ids.TryAdd(id.Text, id.Place))
            {
                problems.Add(id.Place, $"the question id '{id.Text}' is used already, at line {ids[id.Text].Line}");
            }

            read.Add(reader.Read(question));
        }

        if (document.Questions is { Count: 0 })
        {
            problems.Add(document.Place, "there are no questions");
        }

        return read;
    }

    private static KeySource? Source(string specFile, TextForm? name, string what, SpecProblems problems)
    {
        if (name is null)
        {
            return null;
        }

        if (name.Text.Contains('\0', StringComparison.Ordinal))
        {
            problems.Add(name.Place, $"{what} cannot be read: no file has such a name");
            return null;
        }

        string full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(specFile))!, name.Text));
        string shown = Path.IsPathRooted(specFile) ? full : Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return ReadFile(full, name.Place, what, problems) is { } content ? new KeySource(shown, content) : null;
    }

    private static byte[]? ReadFile(string path, SpecPlace place, string what, SpecProblems problems)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(place, $"{what} cannot be read: {exception.Message}");
            return null;
        }
    }

    private static IEnumerable<byte[]> Data(List<ReadQuestion> questions) =>
        questions.SelectMany(question => question.Question!.Inputs).OfType<DataDomain>()
            .Select(domain => MemoryMarshal.AsBytes(domain.Data.Entries.AsSpan()).ToArray());

    private static string Fingerprint(byte[][] parts)
    {
        // Hash of hashes: moving a line from one file to the next is a change.
        byte[] hashes = [.. parts.SelectMany(SHA256.HashData)];
        return Convert.ToHexStringLower(SHA256.HashData(hashes));
    }
}
