using System.Diagnostics;
using System.IO.Compression;
using Autograder.Engine.Intake;

namespace Autograder.Engine.Tests.Intake;

public sealed class SubmissionReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    [Fact]
    public void A_folder_of_folders_is_a_class_in_the_order_of_names()
    {
        Write("bob/Answers.cs");
        Write("ada/Answers.cs");
        Write("ada/more/Helpers.cs");

        IntakeResult intake = Read(_folder);

        Assert.False(intake.IsSingle);
        Assert.Equal(["ada", "bob"], intake.Submissions.Select(submission => submission.Name));
        Assert.Equal(["Answers.cs", "more/Helpers.cs"], intake.Submissions[0].Files.Select(file => file.Name));
    }

    [Fact]
    public void A_file_and_a_folder_with_files_are_single_submissions()
    {
        string file = Write("ada/Answers.cs");

        Assert.True(Read(file).IsSingle);
        Assert.True(Read(Path.Combine(_folder, "ada")).IsSingle);
        Assert.Equal("Answers", Read(file).Submissions[0].Name);
        Assert.Equal("ada", Read(Path.Combine(_folder, "ada") + Path.DirectorySeparatorChar).Submissions[0].Name);
    }

    [Theory]
    [InlineData("Given.cs", "Given.cs: not graded, because the homework's own copy is used")]
    [InlineData("report.pdf", "report.pdf: not graded, because it is no C# source")]
    [InlineData("student.csproj", "student.csproj: not graded, because it is no C# source")]
    public void What_is_left_aside_is_told(string name, string told)
    {
        Write("ada/Answers.cs");
        Write($"ada/{name}");

        Submission submission = Read(_folder).Submissions[0];

        Assert.Equal(["Answers.cs"], submission.Files.Select(file => file.Name));
        Assert.Equal([told], submission.Notes.ToArray());
    }

    /// <summary>The check's own dump lies beside the answers, and would keep all of them from compiling.</summary>
    [Theory]
    [InlineData("// Question 1 at a random input.\n#:package MathNet.Numerics@5.0.0\n")]
    [InlineData("#!/usr/bin/env -S dotnet run\n\n  #:property PublishAot=false\n")]
    [InlineData("/* Mine,\n   all of it. */\n#nullable enable\n#:sdk Microsoft.NET.Sdk\n")]
    public void A_program_of_its_own_is_left_aside_and_told(string head)
    {
        Write("ada/Answers.cs");
        File.WriteAllText(Write("ada/Failing.cs"), head + "class A;");

        Submission submission = Read(_folder).Submissions[0];

        Assert.Equal(["Answers.cs"], submission.Files.Select(file => file.Name));
        Assert.StartsWith("Failing.cs: not graded, because it is a program of its own for 'dotnet run'", Assert.Single(submission.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/* #:package\n#:package\n*/ class A;")]
    [InlineData("// #:package\nclass A { string s = \"\"\"\n#:package\n\"\"\"; }")]
    [InlineData("#region #:\nclass A;\n#endregion")]
    public void What_only_looks_like_a_program_of_its_own_is_graded(string text)
    {
        File.WriteAllText(Write("ada/Answers.cs"), text);

        Assert.Single(Read(_folder).Submissions[0].Files);
    }

    [Fact]
    public void A_file_that_is_too_large_is_left_aside()
    {
        File.WriteAllText(Write("ada/Answers.cs"), new string(' ', 300_000));

        Assert.Equal(["Answers.cs: not graded, because it is larger than 256 KiB", "no C# source was found"], Read(_folder).Submissions[0].Notes.ToArray());
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        string secret = Write("secret.txt");
        Directory.CreateDirectory(Path.Combine(_folder, "class", "ada"));
        File.CreateSymbolicLink(Path.Combine(_folder, "class", "ada", "Answers.cs"), secret);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "class", "bob"), _folder);

        Submission submission = Assert.Single(Read(Path.Combine(_folder, "class")).Submissions);

        Assert.Empty(submission.Files);
        Assert.Contains("Answers.cs: not graded, because it is a link", submission.Notes);
    }

    [Fact]
    public void What_tools_leave_behind_is_not_looked_at()
    {
        Write("ada/Answers.cs");
        Write("ada/obj/Generated.cs");
        Write("ada/.vs/Cache.cs");
        Write("__MACOSX/ada/Answers.cs");

        Assert.Equal(["Answers.cs"], Assert.Single(Read(_folder).Submissions).Files.Select(file => file.Name));
    }

    [Fact]
    public void A_student_without_any_source_is_in_the_class_all_the_same()
    {
        Write("ada/Answers.cs");
        Directory.CreateDirectory(Path.Combine(_folder, "bob"));

        Assert.Equal(["no C# source was found"], Read(_folder).Submissions[1].Notes.ToArray());
    }

    [Fact]
    public void Nothing_to_grade_is_told()
    {
        Assert.Contains("no submissions in", Assert.Throws<IntakeException>(() => Read(_folder)).Message, StringComparison.Ordinal);
        Assert.Contains("does not exist", Assert.Throws<IntakeException>(() => Read(Path.Combine(_folder, "none"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_submissions_of_one_name_are_refused()
    {
        string first = Write("a/ada.cs"), second = Write("b/ada.cs");

        Assert.Contains("'ada'", Assert.Throws<IntakeException>(() => Read(first, second)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_another_case_is_the_same_name()
    {
        Write("a/ada.cs");
        Write("b/Ada.cs");
        Assert.Throws<IntakeException>(() => Read(Path.Combine(_folder, "a", "ada.cs"), Path.Combine(_folder, "b", "Ada.cs")));
    }

    [Fact]
    public void Several_paths_are_a_class_in_the_order_of_names()
    {
        string bob = Write("bob.cs");
        Write("cleo/homework/Answers.cs");
        Write("ada/Answers.cs");
        IntakeResult intake = Read(bob, Path.Combine(_folder, "cleo"), Path.Combine(_folder, "ada"));
        Assert.False(intake.IsSingle);
        Assert.Equal(["ada", "bob", "cleo"], intake.Submissions.Select(submission => submission.Name));
    }

    [Fact]
    public void Of_several_paths_none_is_a_class_unless_the_staff_say_so()
    {
        Write("ada/submission_metadata.yml", "submission_1:\n  :submitters:\n  - :sid: bob\n");
        Write("ada/submission_1/Answers.cs");
        Write("eve/doejane_1003_5003_Answers.cs");
        Write("eve/roerick_1009_5009_Answers.cs");
        ZipFile.CreateFromDirectory(Path.Combine(_folder, "eve"), Path.Combine(_folder, "zoe.zip"));
        string[] paths = [Path.Combine(_folder, "ada"), Path.Combine(_folder, "eve"), Path.Combine(_folder, "zoe.zip")];

        Assert.Equal(["ada", "eve", "zoe"], Read(paths).Submissions.Select(submission => submission.HandIn.Students[0].Id));
        Assert.Equal(["doejane_1003", "roerick_1009"], new SubmissionReader("Given.cs", "canvas").Read([paths[1]]).Submissions.Select(submission => submission.Name));
    }

    [Fact]
    public void Among_several_paths_the_homeworks_own_file_and_earlier_results_are_nobodys()
    {
        string ada = Write("class/ada/Answers.cs"), given = Write("Given.cs");
        Write("class/results/run.json");
        Write("class/results/.cache/lock");
        Write("class/results/ada/report.json");

        IntakeResult several = Read(Path.GetDirectoryName(ada)!, given, Path.Combine(_folder, "class", "results")), one = Read(Path.Combine(_folder, "class"));

        Assert.Equal("ada", Assert.Single(several.Submissions).Name);
        Assert.Equal(2, several.Ignored.Length);
        Assert.Equal("ada", Assert.Single(one.Submissions).Name);
        Assert.Equal(["results: left aside, because it holds results of grade"], one.Ignored.ToArray());
    }

    [Theory]
    [InlineData(new[] { "1_Answers.cs", "2_Answers.cs", "3_Answers.cs" }, "taken as one submission; if its 3 files are as many students', say --layout files")]
    [InlineData(new[] { ".git/HEAD", "ada/A.cs", "bob/A.cs", "cleo/A.cs" }, "taken as one submission; if its 3 folders are as many students', say --layout folders")]
    [InlineData(new[] { "hw1/ada/1/A.cs", "hw1/bob/2/A.cs", "hw1/cleo/3/A.cs" }, "of which there is one; if the 3 folders in hw1 are as many students', give that folder, or say with --layout how they lie")]
    public void What_may_be_a_class_and_is_taken_as_one_submission_is_told(string[] files, string told)
    {
        Array.ForEach(files, file => Write(file));
        IntakeResult intake = Read(_folder);
        Assert.Single(intake.Submissions);
        Assert.EndsWith(told, Assert.Single(intake.Recognised), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with\0null")]
    [InlineData("none/at/all.cs")]
    public void A_path_that_leads_nowhere_is_told(string path) =>
        Assert.EndsWith(" does not exist", Assert.Throws<IntakeException>(() => Read(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void No_paths_hold_no_submissions() => Assert.Throws<IntakeException>(() => Read());

    [Theory]
    [InlineData("answers.txt")]
    [InlineData("answers")]
    public void A_file_that_is_no_source_is_not_compiled_as_one(string name)
    {
        string file = Write(name);
        Assert.Equal($"{file} is no C# source: expected a .cs file, or a folder or .zip archive with .cs files", Assert.Throws<IntakeException>(() => Read(file)).Message);
    }

    [Fact]
    public void A_source_is_one_in_upper_case_too()
    {
        Write("ada/ANSWERS.CS");
        Assert.True(Read(Path.Combine(_folder, "ada")).IsSingle);
        Assert.Equal("ANSWERS", Assert.Single(Read(Path.Combine(_folder, "ada", "ANSWERS.CS")).Submissions).Name);
    }

    [Fact]
    public void A_folder_named_like_a_source_is_a_folder()
    {
        Write("ada/Old.cs/Answers.cs");
        Assert.Equal(["Old.cs/Answers.cs"], Assert.Single(Read(_folder).Submissions).Files.Select(file => file.Name));
    }

    [Fact]
    public void The_homeworks_own_file_beside_the_students_does_not_make_them_one_submission()
    {
        Write("Given.cs");
        Write("ada/Answers.cs");
        Write("bob/Answers.cs");
        Assert.Equal(["ada", "bob"], Read(_folder).Submissions.Select(submission => submission.Name));
    }

    [Fact]
    public void The_homeworks_own_file_is_left_aside_in_any_folder_and_case()
    {
        Write("ada/Answers.cs");
        Write("ada/src/given.CS");
        Submission submission = Assert.Single(Read(_folder).Submissions);
        Assert.Equal(["Answers.cs"], submission.Files.Select(file => file.Name));
        Assert.Equal(["src/given.CS: not graded, because the homework's own copy is used"], submission.Notes.ToArray());
    }

    [Fact]
    public void Hidden_files_and_folders_of_tools_are_left_aside()
    {
        Write("ada/Answers.cs");
        Write("ada/._Answers.cs");
        Write("ada/Bin/Generated.cs");
        Write("ada/.hidden/Answers.cs");
        Write(".hidden/Answers.cs");
        Submission submission = Assert.Single(Read(_folder).Submissions);
        Assert.Equal(["Answers.cs"], submission.Files.Select(file => file.Name));
        Assert.Equal(["._Answers.cs: not graded, because it is hidden"], submission.Notes.ToArray());
    }

    [Theory]
    [InlineData("...cs", "_...cs")]
    [InlineData("..cs", "_..cs")]
    [InlineData(".cs", "_.cs")]
    [InlineData("a b.c.cs", "a b.c")]
    [InlineData("Zoë's \"homework\".cs", "Zoë's _homework_")]
    [InlineData("new\nline.cs", "new_line")]
    public void The_name_of_a_file_is_never_empty_nor_a_way_out_of_a_folder(string file, string name) =>
        Assert.Equal(name, Assert.Single(Read(Write(file)).Submissions).Name);

    [Fact]
    public void A_folder_is_named_by_where_it_is_and_not_by_how_it_is_reached()
    {
        Write("ada/src/Answers.cs");
        Write("ada/Answers.cs");
        Assert.Equal("ada", Assert.Single(Read(Path.Combine(_folder, "ada", "src", "..")).Submissions).Name);
        Assert.Equal("ada", Assert.Single(Read(Path.Combine(_folder, "ada", ".")).Submissions).Name);
        Assert.Equal("src", Assert.Single(Read(Path.Combine(_folder, "ada", "src", "./")).Submissions).Name);
    }

    [Fact]
    public void Links_that_lead_nowhere_or_in_a_circle_are_left_aside()
    {
        Write("class/ada/Answers.cs");
        File.CreateSymbolicLink(Path.Combine(_folder, "class", "ada", "Dangling.cs"), "/nowhere/at/all.cs");
        File.CreateSymbolicLink(Path.Combine(_folder, "class", "ada", "Circle.cs"), "Circle.cs");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "class", "ada", "loop"), Path.Combine(_folder, "class"));
        Submission submission = Assert.Single(Read(Path.Combine(_folder, "class")).Submissions);
        Assert.Equal(["Answers.cs"], submission.Files.Select(file => file.Name));
        Assert.Equal(
            ["Circle.cs: not graded, because it is a link", "Dangling.cs: not graded, because it is a link", "loop: not graded, because it is a link"],
            submission.Notes.ToArray());
    }

    [Fact]
    public void Sources_beyond_the_64th_are_left_aside()
    {
        foreach (int index in Enumerable.Range(0, 66))
        {
            Write($"ada/A{index:00}.cs");
        }

        Submission submission = Assert.Single(Read(_folder).Submissions);
        Assert.Equal(64, submission.Files.Length);
        Assert.Equal(
            ["A64.cs: not graded, because there are more than 64 files", "A65.cs: not graded, because there are more than 64 files"],
            submission.Notes.ToArray());
    }

    [Fact]
    public void A_source_of_just_the_largest_size_is_graded()
    {
        File.WriteAllText(Write("ada/Answers.cs"), new string(' ', 256 << 10));
        Assert.Empty(Assert.Single(Read(_folder).Submissions).Notes);
        File.AppendAllText(Path.Combine(_folder, "ada", "Answers.cs"), " ");
        Assert.Contains("Answers.cs: not graded, because it is larger than 256 KiB", Assert.Single(Read(_folder).Submissions).Notes);
    }

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_is_not_waited_for()
    {
        Write("ada/Answers.cs");
        await RunAsync("mkfifo ada/Pipe.cs");
        IntakeResult intake = await Task.Run(() => Read(_folder)).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["Answers.cs"], intake.Submissions[0].Files.Select(file => file.Name));
        Assert.Equal(["Pipe.cs: not graded, because it is no regular file"], intake.Submissions[0].Notes.ToArray());
    }

    [Fact]
    public async Task A_name_that_is_no_text_costs_nobody_else_anything()
    {
        Write("bob/Answers.cs");
        Write("ada/Answers.cs");
        await RunAsync("mkdir \"$(printf 'x\\377')\" && echo > \"$(printf 'x\\377/Answers.cs')\" && echo > ada/\"$(printf 'y\\377.cs')\"");
        try
        {
            IntakeResult intake = Read(_folder);
            Assert.Equal(["ada", "bob"], intake.Submissions.Take(2).Select(submission => submission.Name));
            Assert.Equal(["Answers.cs"], intake.Submissions[0].Files.Select(file => file.Name));
            Assert.EndsWith("not graded, because it cannot be read", Assert.Single(intake.Submissions[0].Notes), StringComparison.Ordinal);
            Assert.Equal("not all of it could be read", intake.Submissions[2].Notes[0]);
        }
        finally
        {
            // .NET cannot name what it is to delete either.
            await RunAsync("rm -r x* ada/y*");
        }
    }

    [Fact]
    public void The_fingerprint_is_that_of_the_contents()
    {
        string file = Write("ada/Answers.cs");
        string before = Read(_folder).Submissions[0].Fingerprint;
        Assert.Equal(before, Read(_folder).Submissions[0].Fingerprint);

        File.Move(file, Path.ChangeExtension(file, ".renamed.cs"));
        Assert.Equal(before, Read(_folder).Submissions[0].Fingerprint);

        File.AppendAllText(Path.ChangeExtension(file, ".renamed.cs"), "// changed");
        Assert.NotEqual(before, Read(_folder).Submissions[0].Fingerprint);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IntakeResult Read(params string[] paths) => new SubmissionReader("Given.cs").Read(paths);

    /// <summary>What no method of .NET does.</summary>
    private async Task RunAsync(string command)
    {
        using var shell = Process.Start("sh", ["-c", $"cd '{_folder}' && {command}"]);
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }

    private string Write(string relative, string content = "// a source")
    {
        string path = Path.Combine(_folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
