using System.IO.Compression;
using System.Text.Json;

namespace Autograder.Acceptance.Distribution;

/// <summary>
/// A root of its own in Gradescope's layout, made of this machine's shell, C library and the few others that Ubuntu's base image and
/// Gradescope's ssh bring: no dotnet, no SDK, no network. The zip is packed, unpacked and set up once; each run is of another submission.
/// </summary>
public sealed class GradescopeMachine : IDisposable
{
    private static readonly string[] Programs = ["/bin/bash", "/bin/chmod", "/usr/bin/env"];

    /// <summary>What the runtime opens by name.</summary>
    private static readonly string[] Opened = ["libssl.so.3", "libcrypto.so.3", "libgcc_s.so.1", "libstdc++.so.6"];

    private readonly TemporaryFolder _folder = new();

    public GradescopeMachine(PublishedGrader grader)
    {
        WriteHomework();
        Packed = Commands.Run(grader.Program, "pack", "gradescope", _folder.PathTo("homework"), "--out", _folder.PathTo("autograder.zip")).Required;
        Install(grader);
        ZipFile.ExtractToDirectory(_folder.PathTo("autograder.zip"), InRoot("autograder", "source"));
        File.Copy(InRoot("autograder", "source", "run_autograder"), InRoot("autograder", "run_autograder"));
        _ = Commands.AsRoot("chown", "-R", "0:0", Root).Required;
        SetUp = Enter("/bin/bash", "/autograder/source/setup.sh").Required;
    }

    /// <summary>What packing said.</summary>
    internal string Packed { get; }

    /// <summary>What setup.sh said.</summary>
    internal string SetUp { get; }

    private string Root => _folder.PathTo("root");

    /// <param name="metadata">The contents of submission_metadata.json; null where there is none.</param>
    internal (Commands.Result Run, JsonElement Results) Grade(string answers, string? metadata, string variables = "")
    {
        // As Gradescope does before every run.
        _ = Commands.AsRoot("rm", "-rf", InRoot("autograder", "submission"), InRoot("autograder", "results"), InRoot("autograder", "submission_metadata.json")).Required;
        _ = Commands.AsRoot("mkdir", InRoot("autograder", "submission"), InRoot("autograder", "results")).Required;
        Place(answers, InRoot("autograder", "submission", "Answers.cs"));
        if (metadata is not null)
        {
            Place(metadata, InRoot("autograder", "submission_metadata.json"));
        }

        Commands.Result run = Enter("/bin/bash", "-c", $"cd /autograder && {variables} ./run_autograder");
        Commands.Result results = Commands.AsRoot("cat", InRoot("autograder", "results", "results.json"));
        using var document = JsonDocument.Parse(results.ExitCode == 0 ? results.Output : throw new InvalidOperationException($"no results: {run.Output}{run.Errors}"));
        return (run, document.RootElement.Clone());
    }

    /// <summary>Of everything below a folder of the root: mode, owner and path.</summary>
    internal string Modes(params string[] folder) => Commands.AsRoot("find", InRoot(folder), "-printf", "%m %u /%P\n").Required;

    public void Dispose()
    {
        _ = Commands.AsRoot("rm", "-rf", Root);
        _folder.Dispose();
    }

    /// <summary>In a mount namespace, so that /proc is gone with the command.</summary>
    private Commands.Result Enter(params string[] command) => Commands.AsRoot(
        "unshare", ["--mount", "--net", "/bin/sh", "-c", "mount -t proc proc \"$0/proc\" && exec env -i PATH=/bin:/usr/bin AUTHENTICATION=secret /usr/sbin/chroot \"$0\" \"$@\"", Root, .. command]);

    private void Place(string text, string path)
    {
        string file = _folder.Write("placed", text);
        _ = Commands.AsRoot("cp", file, path).Required;
    }

    private string InRoot(params string[] parts) => Path.Combine([Root, .. parts]);

    private void Install(PublishedGrader grader)
    {
        foreach (string folder in (string[])["proc", "tmp", "dev", "autograder/source"])
        {
            Directory.CreateDirectory(InRoot(folder.Split('/')));
        }

        string runtime = Directory.GetFiles(grader.Folder, "libcoreclr.so", SearchOption.AllDirectories).Single();
        string[] libraries = [.. Commands.Run("ldd", [.. Programs, grader.Program, runtime]).Required.Split('\n')
            .SelectMany(line => line.Split(' ', '\t')).Where(word => word.StartsWith('/') && word.Contains(".so", StringComparison.Ordinal) && !word.EndsWith(':')).Distinct()];
        string system = Path.GetDirectoryName(libraries.First(library => library.Contains("libc.so", StringComparison.Ordinal)))!;
        foreach (string file in Programs.Concat(libraries).Concat(Opened.Select(library => Path.Combine(system, library))).Distinct())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Root + file)!);
            _ = Commands.Run("cp", "--dereference", "--no-clobber", file, Root + file).Required;
        }

        _folder.Write("root/etc/passwd", "root:x:0:0:root:/root:/bin/bash\n");
        _ = Commands.AsRoot("mknod", "-m", "666", InRoot("dev", "null"), "c", "1", "3").Required;
        _ = Commands.AsRoot("mknod", "-m", "666", InRoot("dev", "urandom"), "c", "1", "9").Required;
    }

    private void WriteHomework()
    {
        _folder.Write("homework/Given.cs", "public static class Given { public static double Square(double u) => u * u; }");
        _folder.Write("key/Reference.cs", "public static class Reference { public static double Slope(double u) => 2 * u; public static double Next(double u) => u + 1; }");
        _folder.Write("homework/assignment.yaml", """
            id: slopes
            title: Slopes
            given: Given.cs
            reference: ../key/Reference.cs
            late: { grace-minutes: 15, percent-per-day: 10, most-percent: 50, cut-off-days: 7 }
            attempts: { most: 2, hours: 24 }
            questions:
              - id: "1"
                title: A slope
                points: 2
                statement: Return the derivative of the square.
                answer: double Slope(double u)
                definition: { value: {} }
                inputs: { u: {} }
              - id: "2"
                title: The next
                points: 1
                visibility: after-due-date
                statement: Return u + 1.
                answer: double Next(double u)
                definition: { value: {} }
                limits: { call-seconds: 500, call-cpu-seconds: 500 }
                inputs: { u: {} }
            """);
    }
}
