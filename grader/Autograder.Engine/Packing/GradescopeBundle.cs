using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Autograder.Core.Assignments;
using Autograder.Engine.Specs;

namespace Autograder.Engine.Packing;

/// <summary>
/// Gradescope's autograder zip: setup.sh and run_autograder at its root, a published grader with its own runtime, and the homework with
/// its key, its files as they lie to each other with the staff. Nothing is downloaded where it is unpacked.
/// </summary>
public static class GradescopeBundle
{
    private const string GraderFolder = "grader", HomeworkFolder = "homework", Program = "autograder";

    /// <summary>
    /// Limit of the grader's managed heap, in hexadecimal as the runtime reads it: with what stands beside the heap, and with a student's
    /// program at its own limit of 256 MiB, below the 768 MB that Gradescope gives unless staff ask for more.
    /// </summary>
    private const string GraderHeapBytes = "B000000";

    private static readonly string[] Programs = [Program, "compiler/Autograder.Compiler", "worker/Autograder.Worker"];

    /// <summary>What only those who debug need.</summary>
    private static readonly string[] LeftOut = [".pdb", ".xml"];

    /// <summary>Whether a folder is a published grader with the runtime beside it, rather than one that needs the machine's.</summary>
    public static bool IsPublished(string folder) => File.Exists(Path.Combine(folder, Program)) && Directory.Exists(Path.Combine(folder, "dotnet", "shared"));

    /// <summary>What staff set on Gradescope, which no file in the zip can say.</summary>
    public static IEnumerable<string> Settings(Assignment assignment) =>
    [
        "Autograder: upload the zip as it is. When it is built, the output should end with 12 of 12 attempts that were stopped.",
        string.Create(CultureInfo.InvariantCulture, $"Autograder points: {assignment.MaxScore:0.##} (without bonus questions and those that people grade)."),
        "Base image: Ubuntu 22.04, which was tried.",
        "Container: 0.5 CPU and 768 MB are the least that was tried, and enough.",
    ];

    /// <param name="grader">A folder that <see cref="IsPublished"/>.</param>
    public static ImmutableArray<BundleFile> Of(LoadedAssignment loaded, string grader)
    {
        ImmutableArray<string> homework = PublicSpec.AllFiles(loaded);
        string root = CommonFolder(homework);
        string spec = Path.GetRelativePath(root, homework[0]).Replace('\\', '/');
        return
        [
            Script("setup.sh", Setup),
            Script("run_autograder", Run(spec)),
            .. homework.Select(file => new BundleFile($"{HomeworkFolder}/{Path.GetRelativePath(root, file).Replace('\\', '/')}", File.ReadAllBytes(file))),
            .. from file in Directory.EnumerateFiles(grader, "*", SearchOption.AllDirectories)
               where !LeftOut.Contains(Path.GetExtension(file))
               let name = Path.GetRelativePath(grader, file).Replace('\\', '/')
               select new BundleFile($"{GraderFolder}/{name}", File.ReadAllBytes(file)) { IsExecutable = Programs.Contains(name) },
        ];
    }

    /// <summary>Once, as root, when Gradescope builds the image.</summary>
    private const string Setup = $"""
        #!/bin/bash
        # The grader brings its own runtime: nothing is downloaded. The key is root's alone; students' programs run as a user of their own,
        # who may pass through here to the grader's programs.
        set -e
        cd /autograder/source
        chmod -R u=rwX,go= {HomeworkFolder}
        chmod -R a+rX,go-w {GraderFolder}
        chmod 0711 .
        chmod 0700 setup.sh run_autograder
        # What can hold students' programs on this machine, for whoever reads this build's output.
        {GraderFolder}/{Program} doctor || echo "Students' programs cannot be held here as required; see above."
        """;

    /// <summary>exec leaves no shell that would read on in this file.</summary>
    private static string Run(string spec) => $"""
        #!/bin/bash
        # For every submission, as root. Nothing of Gradescope's environment but the time that it gives goes on from here.
        exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TIMEOUT_SECONDS="$TIMEOUT_SECONDS" DOTNET_GCHeapHardLimit={GraderHeapBytes} \
            /autograder/source/{GraderFolder}/{Program} gradescope /autograder/source/{HomeworkFolder}/{Quoted(spec)}
        """;

    private static string Quoted(string path) => $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static BundleFile Script(string name, string text) => new(name, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n") + "\n")) { IsExecutable = true };

    private static string CommonFolder(ImmutableArray<string> files)
    {
        string folder = Path.GetDirectoryName(files[0])!;
        while (!files.All(file => file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new IOException($"{string.Join(", ", files)} have no folder in common, so they cannot be packed as they lie");
        }

        return folder;
    }
}
