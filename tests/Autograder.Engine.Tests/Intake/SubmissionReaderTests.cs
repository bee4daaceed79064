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
    public void The_fingerprint_is_that_of_names_and_contents()
    {
        string file = Write("ada/Answers.cs");
        string before = Read(_folder).Submissions[0].Fingerprint;
        Assert.Equal(before, Read(_folder).Submissions[0].Fingerprint);

        File.AppendAllText(file, "// changed");
        Assert.NotEqual(before, Read(_folder).Submissions[0].Fingerprint);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IntakeResult Read(params string[] paths) => new SubmissionReader("Given.cs").Read(paths);

    private string Write(string relative)
    {
        string path = Path.Combine(_folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "// a source");
        return path;
    }
}
