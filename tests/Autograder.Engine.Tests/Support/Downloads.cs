using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Autograder.Engine.Tests.Support;

/// <summary>
/// Makes what platforms make when staff download a class, by the platforms' own rules for names: files by their paths, to be written as a folder or as an archive.
/// </summary>
internal sealed partial class Download
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    internal Download Add(string path, string content = "// a source")
    {
        _files.Add(path, content);
        return this;
    }

    /// <summary>
    /// Canvas, lib/content_zipper.rb: the sortable name ("Doe, Jane") in small letters without all that is no word character, LATE, the ids of user and
    /// attachment, and the name that the file is shown by.
    /// </summary>
    internal Download AddCanvas(string sortableName, long userId, long attachmentId, string file, bool isLate = false) =>
        Add($"{NoWord().Replace(sortableName.ToLowerInvariant(), "")}{(isLate ? "_LATE" : "")}_{userId}_{attachmentId}_{UnsafeInNames().Replace(file, "_")}");

    /// <summary>Canvas, anonymous grading: LATE and the anonymous id take the user's place.</summary>
    internal Download AddAnonymousCanvas(string anonymousId, long attachmentId, string file, bool isLate = false) =>
        Add($"{(isLate ? "LATE_" : "")}anon_{anonymousId}_{attachmentId}_{file}");

    /// <summary>Moodle, mod/assign/classes/downloader.php: underscores of the full name become spaces; older versions end the folder with an underscore.</summary>
    internal Download AddMoodle(string fullName, int participant, string path, bool isOld = false) =>
        Add($"{fullName.Replace('_', ' ')}_{participant}_assignsubmission_file{(isOld ? "_" : "")}/{path}");

    /// <summary>Moodle, "download submissions in folders" switched off.</summary>
    internal Download AddFlatMoodle(string fullName, int participant, string file) => Add($"{fullName.Replace('_', ' ')}_{participant}_assignsubmission_file_{file}");

    /// <summary>Gradescope: the folders stand beside a map from their names to Ruby hashes, whose keys are symbols.</summary>
    internal static Download Gradescope(params (int Id, (string? Name, string? Sid, string? Email)[] Submitters, int Earlier)[] submissions)
    {
        const string Root = "assignment_4321_export";
        var download = new Download();
        var yaml = new StringBuilder("---\n");
        foreach ((int id, (string? Name, string? Sid, string? Email)[] submitters, int earlier) in submissions)
        {
            yaml.Append($"submission_{id}:\n  :submitters:\n");
            foreach ((string? name, string? sid, string? email) in submitters)
            {
                string[] lines = [.. new[] { name is null ? null : $":name: {name}", sid is null ? null : $":sid: '{sid}'", email is null ? null : $":email: {email}" }.OfType<string>()];
                yaml.Append($"  - {string.Join("\n    ", lines)}\n");
            }

            yaml.Append("  :created_at: 2026-03-04 10:11:12.345678000 -07:00\n  :score: 3.0\n  :status: processed\n");
            yaml.Append("  :results:\n    tests:\n    - name: \"1.1\"\n      output: |\n        :submitters: none\n    score: 3\n  :history:");
            yaml.Append(earlier == 0 ? " []\n" : "\n");
            for (int index = 0; index < earlier; index++)
            {
                yaml.Append($"  - :id: {id}{index}\n    :created_at: 2026-03-0{index + 1} 10:11:12 -07:00\n    :score: 1.0\n    :results: {{}}\n");
            }

            download.Add($"{Root}/submission_{id}/Answers.cs", $"// submission {id}");
        }

        return download.Add($"{Root}/submission_metadata.yml", yaml.ToString());
    }

    /// <returns>The folder's path.</returns>
    internal string WriteFolder(string folder)
    {
        foreach ((string path, string content) in _files)
        {
            string file = Path.Combine([folder, .. path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }

        return folder;
    }

    /// <summary>With what macOS adds when it packs a folder again.</summary>
    /// <returns>The archive's path.</returns>
    internal string WriteArchive(string path)
    {
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string name, string content) in _files.Append(new KeyValuePair<string, string>("__MACOSX/._Answers.cs", "\0")).Append(new(".DS_Store", "\0")))
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(content);
        }

        return path;
    }

    [GeneratedRegex(@"\W+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoWord();

    [GeneratedRegex("""[\x00/\\:*?"<>|]""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnsafeInNames();
}
