using System.Security.Cryptography;
using System.Text;
using Autograder.Core.Assignments;
using Autograder.Core.Sampling;
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

    /// <param name="path">A folder with an assignment.yaml, or the file itself.</param>
    /// <exception cref="SpecException">Everything that is wrong, with its places.</exception>
    public static LoadedAssignment Load(string path)
    {
        var problems = new SpecProblems();
        LoadedAssignment? loaded = Load(Directory.Exists(path) ? Path.Combine(path, FileName) : path, problems);
        return problems.Any || loaded is null ? throw new SpecException(problems.Ordered) : loaded;
    }

    private static LoadedAssignment? Load(string file, SpecProblems problems)
    {
        if (ReadFile(file, new SpecPlace(file, 1, 1), "the spec", problems) is not { } spec
            || SpecYaml.Parse(file, Encoding.UTF8.GetString(spec), problems) is not { } root
            || SpecReader.Read<AssignmentDocument>(root, problems) is not { } document)
        {
            return null;
        }

        KeySource? given = Source(file, document.Given, "the given code", problems);
        KeySource? reference = Source(file, document.Reference, "the reference", problems);
        KeyProgram? program = given is null || reference is null ? null : KeyProgram.Compile(given, reference, problems);
        List<(Question Question, QuestionDocument Document)> questions = ReadQuestions(document, program, problems);
        if (program is not { IsComplete: true })
        {
            return null;
        }

        // Expressions are looked at even when something else is wrong, as far as there is an answer to judge by.
        IReadOnlyList<QuestionKey>? keys =
            new QuestionKeys(program).Make([.. questions.Where(pair => program.Answers(pair.Question))], problems);
        if (problems.Any || keys is null)
        {
            return null;
        }

        var assignment = new Assignment(
            document.Id!.Text,
            document.Title!.Text,
            [.. questions.Select(pair => pair.Question)],
            new QuestionReader(problems, program, document).AssignmentLimits(),
            Fingerprint(spec, given!.Content, reference!.Content));
        return new LoadedAssignment(
            assignment,
            [.. keys],
            [.. questions.Select(pair => pair.Document.Place)],
            new SourceFile(Path.GetFileName(given.Path), given.Content));
    }

    private static List<(Question Question, QuestionDocument Document)> ReadQuestions(
        AssignmentDocument document, KeyProgram? program, SpecProblems problems)
    {
        var reader = new QuestionReader(problems, program, document);
        var read = new List<(Question, QuestionDocument)>();
        var ids = new Dictionary<string, SpecPlace>(StringComparer.Ordinal);
        foreach (QuestionDocument question in document.Questions ?? [])
        {
            if (question.Id is { } id && !ids.TryAdd(id.Text, id.Place))
            {
                problems.Add(id.Place, $"the question id '{id.Text}' is used already, at line {ids[id.Text].Line}");
            }

            if (reader.Read(question) is { } complete)
            {
                read.Add((complete, question));
            }
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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(place, $"{what} cannot be read: {exception.Message}");
            return null;
        }
    }

    private static string Fingerprint(params byte[][] parts)
    {
        // Hash of hashes: moving a line from one file to the next is a change.
        byte[] hashes = [.. parts.SelectMany(SHA256.HashData)];
        return Convert.ToHexStringLower(SHA256.HashData(hashes));
    }
}
