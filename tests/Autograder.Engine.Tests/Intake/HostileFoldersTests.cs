using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Autograder.Engine.Intake;
using Autograder.Engine.Intake.Trees;

namespace Autograder.Engine.Tests.Intake;

/// <summary>What a file system can hold besides files.</summary>
public sealed class HostileFoldersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    [Fact]
    public void A_socket_is_left_aside()
    {
        Write("ada/Answers.cs");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, "ada", "Socket.cs")));

        Assert.Equal(["Socket.cs: not graded, because it is no regular file"], Read().Submissions[0].Notes.ToArray());
    }

    [Fact]
    public async Task A_device_is_left_aside()
    {
        Write("ada/Answers.cs");
        if (!await TryRunAsync("mknod ada/Zero.cs c 1 5"))
        {
            // Only root makes devices; a link to one is what anybody can make.
            File.CreateSymbolicLink(Path.Combine(_folder, "ada", "Zero.cs"), "/dev/zero");
        }

        Submission submission = await Task.Run(() => Read().Submissions[0]).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.StartsWith("Zero.cs: not graded, because it is ", Assert.Single(submission.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_that_staff_point_at_is_not_waited_for()
    {
        Assert.True(await TryRunAsync("mkfifo Pipe.cs Pipe.zip"));

        IntakeResult intake = await Task.Run(() => Reader.Read([Path.Combine(_folder, "Pipe.cs")])).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["Pipe.cs: not graded, because it is no regular file", "no C# source was found"], intake.Submissions[0].Notes.ToArray());
        IntakeException refused = await Assert.ThrowsAsync<IntakeException>(
            () => Task.Run(() => Reader.Read([Path.Combine(_folder, "Pipe.zip")])).WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.EndsWith("is not graded, because it is no regular file", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_staff_point_at_may_be_a_link()
    {
        string file = Write("2026/ada/Answers.cs");
        File.CreateSymbolicLink(Path.Combine(_folder, "latest.cs"), file);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "class"), Path.Combine(_folder, "2026"));

        Submission single = Assert.Single(Reader.Read([Path.Combine(_folder, "latest.cs")]).Submissions);
        Assert.Equal(("latest", "latest.cs"), (single.Name, Assert.Single(single.Files).Name));
        Assert.Equal(["ada"], Reader.Read([Path.Combine(_folder, "class")]).Submissions.Select(submission => submission.Name));
    }

    [Fact]
    public void A_folder_that_became_a_link_after_it_was_listed_is_not_followed()
    {
        Write("ada/more/Secret.cs");
        Write("secrets/Secret.cs");
        TreeFolder folder = FolderTree.At(Path.Combine(_folder, "ada"));
        TreeFolder more = Assert.IsType<TreeFolder>(Assert.Single(folder.Entries()));
        TreeFile file = Assert.IsType<TreeFile>(Assert.Single(more.Entries()));
        Assert.Null(file.Read(100).WhyNot);

        Directory.Delete(Path.Combine(_folder, "ada", "more"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "ada", "more"), Path.Combine(_folder, "secrets"));
        Assert.Equal("it cannot be read", file.Read(100).WhyNot);
    }

    [Fact]
    public void Twenty_thousand_entries_are_the_most()
    {
        Write("ada/Answers.cs");
        Write("bob/Answers.cs");
        Directory.CreateDirectory(Path.Combine(_folder, "bob", "data"));
        foreach (int index in Enumerable.Range(0, 20_000))
        {
            File.Create(Path.Combine(_folder, "bob", "data", $"{index}")).Dispose();
        }

        IntakeResult intake = Read();

        Assert.Single(intake.Submissions[0].Files);
        Assert.Empty(intake.Submissions[1].Files);
        Assert.Equal(["not graded, because there are more than 20,000 files and folders: hand in the sources alone"], intake.Submissions[1].Notes.ToArray());
    }

    [Fact]
    public void Of_many_notes_the_first_are_told_and_the_others_counted()
    {
        foreach (int index in Enumerable.Range(0, 60))
        {
            Write($"ada/{index:00}.png");
        }

        Submission submission = Read().Submissions[0];

        Assert.Equal(52, submission.Notes.Length);
        Assert.Equal(["10 more are left aside", "no C# source was found"], submission.Notes.TakeLast(2));
    }

    [Fact]
    public void Folders_within_folders_have_an_end()
    {
        Write("ada/Answers.cs");
        Write($"ada/{string.Concat(Enumerable.Repeat("a/", 40))}Answers.cs");

        Submission submission = Read().Submissions[0];

        Assert.Single(submission.Files);
        Assert.EndsWith("not graded, because it stands in more than 32 folders", Assert.Single(submission.Notes), StringComparison.Ordinal);
    }

    /// <summary>No build system ever sees them: they are not graded, and told.</summary>
    [Theory]
    [InlineData("a.csproj")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("Directory.Build.rsp")]
    [InlineData("nuget.config")]
    [InlineData(".editorconfig")]
    [InlineData(".globalconfig")]
    [InlineData("global.json")]
    [InlineData("Generator.dll")]
    [InlineData("lib/analyzers/Analyzer.dll")]
    public void Files_that_steer_a_build_are_left_aside(string name)
    {
        Write("ada/Answers.cs");
        Write($"ada/{name}");

        Submission submission = Read().Submissions[0];

        Assert.Single(submission.Files);
        Assert.Equal([$"{name}: not graded, because it is no C# source"], submission.Notes.ToArray());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_left_aside_and_text_in_UTF_16_is_not()
    {
        File.WriteAllBytes(Write("ada/Binary.cs"), [0x4D, 0x5A, 0, 0]);
        File.WriteAllText(Write("ada/Wide.cs"), "class Wide;", Encoding.Unicode);
        File.WriteAllBytes(Write("ada/Latin.cs"), Encoding.Latin1.GetBytes("// für"));

        Submission submission = Read().Submissions[0];

        Assert.Equal(["Latin.cs", "Wide.cs"], submission.Files.Select(file => file.Name));
        Assert.Equal(["Binary.cs: not graded, because it is no text"], submission.Notes.ToArray());
    }

    [Theory]
    [InlineData("CON", "_CON")]
    [InlineData("Gradebook.CSV", "_Gradebook.CSV")]
    [InlineData("run.json", "_run.json")]
    [InlineData(".cache", "_.cache")]
    [InlineData("nul.tar", "_nul.tar")]
    [InlineData("com1", "_com1")]
    [InlineData("ada.", "ada")]
    [InlineData("..", "_")]
    [InlineData("", "_")]
    [InlineData("a/b\\c:d", "a_b_c_d")]
    [InlineData("red\u001b[31m", "red_[31m")]
    [InlineData("txt.\u202Ecod", "txt._cod")]
    [InlineData("\uFEFFada\u2028", "_ada_")]
    [InlineData("Zoë 漢字 👩\u200D🔬", "Zoë 漢字 👩\u200D🔬")]
    public void A_name_is_one_on_every_system(string name, string expected) => Assert.Equal(expected, SubmissionName.For(name));

    [Fact]
    public void Half_of_a_character_is_none() => Assert.Equal("half\uFFFD", SubmissionName.For("half" + (char)0xD800));

    [Fact]
    public void A_long_name_is_cut() => Assert.True(Encoding.UTF8.GetByteCount(SubmissionName.For(new string('é', 400))) <= 203);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SubmissionReader Reader => new("Given.cs");

    private IntakeResult Read() => Reader.Read([_folder]);

    /// <summary>What no method of .NET does.</summary>
    private async Task<bool> TryRunAsync(string command)
    {
        using var shell = Process.Start("sh", ["-c", $"cd '{_folder}' && {command} 2>&1"]);
        await shell.WaitForExitAsync();
        return shell.ExitCode == 0;
    }

    private string Write(string relative)
    {
        string path = Path.Combine(_folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "// a source");
        return path;
    }
}
