using Autograder.Core.Reports;
using Autograder.Engine.Intake;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Intake.Layouts;

public sealed class LayoutTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    [Fact]
    public void An_export_of_Gradescopes_names_submitters_groups_and_earlier_tries()
    {
        IntakeResult intake = Both(Download.Gradescope(
            (11, [("Solo Student", "100", "solo@example.edu")], 0),
            (12, [("Pair One", "200", "one@example.edu"), ("Pär Två", null, "two@example.edu")], 2),
            (13, [(null, "300", null)], 0)));

        Assert.Contains("an export of Gradescope's", Assert.Single(intake.Recognised), StringComparison.Ordinal);
        Assert.Equal(["Pair One, Pär Två_12", "Solo Student_11", "submission_13"], intake.Submissions.Select(submission => submission.Name));
        HandIn pair = intake.Submissions[0].HandIn;
        Assert.Equal([new Student("Pair One", "200", "one@example.edu"), new Student("Pär Två", "", "two@example.edu")], pair.Students.ToArray());
        Assert.Equal((Platform.Gradescope, "12", 2, false), (pair.Platform, pair.PlatformId, pair.EarlierTries, pair.IsLate));
        Assert.Equal(["Answers.cs"], intake.Submissions[1].Files.Select(file => file.Name));
    }

    [Fact]
    public void What_Gradescopes_list_and_folders_do_not_agree_on_is_left_aside_and_told()
    {
        string export = Download.Gradescope((11, [("Ada", "1", null)], 0), (12, [("Bob", "2", null)], 0)).WriteFolder(_folder);
        string root = Path.Combine(export, "assignment_4321_export");
        Directory.Move(Path.Combine(root, "submission_12"), Path.Combine(root, "submission_99"));

        IntakeResult intake = Read(export);

        Assert.Equal(["Ada_11"], intake.Submissions.Select(submission => submission.Name));
        Assert.Equal(
            ["submission_12: left aside, because submission_metadata.yml lists it, and there is no such folder", "submission_99: left aside, because submission_metadata.yml does not list it"],
            intake.Ignored.ToArray());
    }

    [Fact]
    public void A_list_of_Gradescopes_that_is_no_YAML_is_refused_with_its_line()
    {
        string export = new Download().Add("submission_metadata.yml", "submission_1:\n  :submitters: [\n").Add("submission_1/Answers.cs").WriteFolder(_folder);
        Assert.Contains("submission_metadata.yml cannot be read, at line", Refusal(export), StringComparison.Ordinal);
    }

    [Fact]
    public void Canvas_files_are_gathered_by_the_students_id_with_their_own_names()
    {
        IntakeResult intake = Both(new Download()
            .AddCanvas("Doe, Jane", 101, 9001, "Answers.cs")
            .AddCanvas("Doe, Jane", 101, 9002, "Helper functions.cs")
            .AddCanvas("Doe, Jane", 102, 9003, "Answers.cs", isLate: true)
            .AddCanvas("Müller-Lüdenscheidt, Zoë", 103, 9004, "A_12_34_b.cs")
            .Add("doejane_101_text.html", "typed in"));

        Assert.Contains("a download of Canvas'", Assert.Single(intake.Recognised), StringComparison.Ordinal);
        Assert.Equal(["doejane_101", "doejane_102", "müllerlüdenscheidtzoë_103"], intake.Submissions.Select(submission => submission.Name));
        Assert.Equal(["Answers.cs", "Helper functions.cs"], intake.Submissions[0].Files.Select(file => file.Name));
        Assert.Equal(["text.html: not graded, because it is no C# source"], intake.Submissions[0].Notes.ToArray());
        Assert.Equal(["A_12_34_b.cs"], intake.Submissions[2].Files.Select(file => file.Name));
        Assert.Equal([false, true, false], intake.Submissions.Select(submission => submission.HandIn.IsLate));
        Assert.Equal((Platform.Canvas, "102"), (intake.Submissions[1].HandIn.Platform, intake.Submissions[1].HandIn.PlatformId));
    }

    [Fact]
    public void Canvas_without_names_has_anonymous_ids_late_or_not()
    {
        IntakeResult intake = Both(new Download().AddAnonymousCanvas("aB3", 1, "Answers.cs").AddAnonymousCanvas("Xy9", 2, "Answers.cs", isLate: true));

        Assert.Equal(["anon_Xy9", "anon_aB3"], intake.Submissions.Select(submission => submission.Name));
        Assert.Equal([true, false], intake.Submissions.Select(submission => submission.HandIn.IsLate));
    }

    [Fact]
    public void Of_files_that_were_handed_in_again_the_last_counts()
    {
        IntakeResult intake = Both(new Download()
            .AddCanvas("Doe, Jane", 101, 1, "Answers.cs").AddCanvas("Doe, Jane", 101, 2, "Answers-2.cs").AddCanvas("Doe, Jane", 101, 3, "Answers-10.cs")
            .AddCanvas("Roe, Rick", 102, 4, "Part-1.cs").AddCanvas("Roe, Rick", 102, 5, "Part-2.cs"));

        Assert.Equal(["Answers-10.cs"], intake.Submissions[0].Files.Select(file => file.Name));
        Assert.Equal(["Answers-2.cs: not graded, because Answers-10.cs was handed in after it", "Answers.cs: not graded, because Answers-10.cs was handed in after it"], intake.Submissions[0].Notes.ToArray());
        Assert.Equal([2, 0], intake.Submissions.Select(submission => submission.HandIn.EarlierTries));
        Assert.Equal(["Part-1.cs", "Part-2.cs"], intake.Submissions[1].Files.Select(file => file.Name));
    }

    [Fact]
    public void A_file_of_Canvas_that_could_be_two_students_is_left_aside()
    {
        IntakeResult canvas = Both(new Download().AddCanvas("Doe, Jane", 1003, 1, "Answers.cs").AddCanvas("Doe, Jane_1003", 66, 2, "Answers.cs").AddCanvas("Roe, Rick", 67, 3, "456_Answers.cs"));

        Assert.Equal("doejane_1003", Assert.Single(canvas.Submissions).Name);
        Assert.Equal(["doejane_1003_66_2_Answers.cs", "roerick_67_3_456_Answers.cs"], canvas.Ignored.Select(line => line.Split(": left aside, because three numbers")[0]));
    }

    [Fact]
    public void A_file_of_Moodle_that_could_be_two_students_is_left_aside()
    {
        IntakeResult moodle = Both(new Download().AddFlatMoodle("Jane Doe", 456, "Answers.cs").AddFlatMoodle("Mallory", 123, "x_456_assignsubmission_file_Answers.cs"));

        Assert.Equal("Jane Doe_456", Assert.Single(moodle.Submissions).Name);
        Assert.Equal(["Mallory_123_assignsubmission_file_x_456_assignsubmission_file_Answers.cs: left aside, because its name says twice whose it is"], moodle.Ignored.ToArray());
    }

    [Fact]
    public void Canvas_may_write_LATE_in_small_letters()
    {
        Submission late = Assert.Single(Both(new Download().Add("doejane_late_1003_5003_Answers.cs")).Submissions);
        Assert.Equal(("doejane_1003", true), (late.Name, late.HandIn.IsLate));
    }

    [Fact]
    public void The_homeworks_own_file_beside_a_download_leaves_it_a_class() =>
        Assert.Equal(["doejane_1", "roerick_2"], Both(new Download().Add("Given.cs").AddCanvas("Doe, Jane", 1, 11, "Answers.cs").AddCanvas("Roe, Rick", 2, 12, "Answers.cs")).Submissions.Select(submission => submission.Name));

    [Fact]
    public void A_list_in_the_only_students_folder_makes_no_export_of_it()
    {
        IntakeResult intake = Both(new Download().Add("mallory/submission_metadata.yml", "submission_1:\n  :submitters:\n  - :sid: ada\n").Add("mallory/submission_1/Answers.cs"));
        Assert.Equal("mallory", Assert.Single(Assert.Single(intake.Submissions).HandIn.Students).Id);
    }

    [Theory]
    [InlineData("submission_1:\n  :submitters:\n  - :sid: '1'\nsubmission_1:\n  :submitters:\n  - :sid: '2'\n", "lists submission_1 twice")]
    [InlineData("submission_1:\n  :submitters:\n  - :email: a@u\nsubmission_2:\n  :submitters:\n  - :email: A@u\n", "the address a@u stands for")]
    public void A_list_that_gives_one_student_two_marks_is_refused(string yaml, string told) => Assert.Contains(
        told, Refusal(new Download().Add("submission_metadata.yml", yaml).Add("submission_1/Answers.cs").Add("submission_2/Answers.cs").WriteFolder(_folder)), StringComparison.Ordinal);

    [Fact]
    public void Two_files_of_one_name_are_not_one_students()
    {
        string folder = new Download().Add("Ada_7/Answers.cs").Add("Lovelace_7/Answers.cs").WriteFolder(_folder);
        Assert.Contains(
            "gives the student 7 two files named Answers.cs: Ada_7/Answers.cs and Lovelace_7/Answers.cs",
            Assert.Throws<IntakeException>(() => Read(folder, @"regex=_(?<student_id>\d+)/")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Two_names_with_one_id_of_Canvas_are_refused() => Assert.Contains(
        "two students have the id 101",
        Refusal(new Download().AddCanvas("Doe, Jane", 101, 1, "A.cs").AddCanvas("Roe, Rick", 101, 2, "A.cs").WriteFolder(_folder)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Moodles_folders_of_any_version_name_students_of_one_name_apart(bool isOld)
    {
        IntakeResult intake = Both(new Download()
            .AddMoodle("Jane Doe", 501, "Answers.cs", isOld)
            .AddMoodle("Jane Doe", 502, "more/Answers.cs", isOld)
            .AddMoodle("Żółć 小明", 503, "Answers.cs", isOld)
            .Add($"Jane Doe_501_assignsubmission_onlinetext{(isOld ? "_" : "")}/onlinetext.html"));

        Assert.Contains("a download of Moodle's", Assert.Single(intake.Recognised), StringComparison.Ordinal);
        Assert.Equal(["Jane Doe_501", "Jane Doe_502", "Żółć 小明_503"], intake.Submissions.Select(submission => submission.Name));
        Assert.Equal(["Jane Doe", "Jane Doe", "Żółć 小明"], intake.Submissions.Select(submission => Assert.Single(submission.HandIn.Students).Name));
        Assert.Equal(["Answers.cs"], intake.Submissions[0].Files.Select(file => file.Name));
        Assert.Equal(["more/Answers.cs"], intake.Submissions[1].Files.Select(file => file.Name));
    }

    [Fact]
    public void Moodles_files_side_by_side_are_gathered_by_student()
    {
        IntakeResult intake = Both(new Download().AddFlatMoodle("Jane_Doe", 501, "Answers.cs").AddFlatMoodle("Jane_Doe", 501, "More.cs").AddFlatMoodle("Participant 7", 7, "Answers.cs"));

        Assert.Equal(["Jane Doe_501", "Participant 7_7"], intake.Submissions.Select(submission => submission.Name));
        Assert.Equal(["Answers.cs", "More.cs"], intake.Submissions[0].Files.Select(file => file.Name));
    }

    [Fact]
    public void A_classrooms_clones_are_known_by_the_names_of_users()
    {
        string clones = new Download().Add("homework-1-submissions/homework-1-ada-l/src/Answers.cs").Add("homework-1-submissions/homework-1-ada-m/Answers.cs").WriteFolder(_folder);

        Assert.Equal(["ada-l", "ada-m"], Read(clones).Submissions.Select(submission => submission.Name));
        Assert.Equal(["ada-l", "ada-m"], Read(Path.Combine(clones, "homework-1-submissions")).Submissions.Select(submission => submission.HandIn.Students[0].Id));
    }

    [Fact]
    public void Clones_without_a_classrooms_folder_keep_their_names_and_one_alone_is_one_submission()
    {
        string clones = new Download().Add("hw-ada/.git/HEAD").Add("hw-ada/src/Answers.cs").Add("hw-bob/.classroom50.yaml").Add("hw-bob/Answers.cs").WriteFolder(_folder);

        IntakeResult intake = Read(clones), one = Read(Path.Combine(clones, "hw-ada"));

        Assert.Contains("cloned repositories", Assert.Single(intake.Recognised), StringComparison.Ordinal);
        Assert.Equal(["hw-ada", "hw-bob"], intake.Submissions.Select(submission => submission.Name));
        Assert.True(one.IsSingle);
        Assert.Equal(["src/Answers.cs"], one.Submissions[0].Files.Select(file => file.Name));
    }

    [Fact]
    public void One_student_with_a_repository_does_not_make_a_class_of_folders_repositories()
    {
        string folders = new Download().Add("ada/.git/HEAD").Add("ada/Answers.cs").Add("bob/Answers.cs").Add("marks.xlsx").WriteFolder(_folder);

        IntakeResult intake = Read(folders);

        Assert.Equal(["ada", "bob"], intake.Submissions.Select(submission => submission.Name));
        Assert.Contains("a folder for each student", Assert.Single(intake.Recognised), StringComparison.Ordinal);
        Assert.Equal(["marks.xlsx: left aside, because it is in no student's folder"], intake.Ignored.ToArray());
    }

    [Fact]
    public void Loose_files_are_a_class_only_where_the_staff_say_so()
    {
        string files = new Download().Add("17_Answers.cs").Add("17_More.cs").Add("18.cs").Add("notes.txt").WriteFolder(_folder);

        Assert.True(Read(files).IsSingle);
        IntakeResult intake = Read(files, "files");
        Assert.Equal(["17", "18"], intake.Submissions.Select(submission => submission.Name));
        Assert.Equal(["17_Answers.cs", "17_More.cs"], intake.Submissions[0].Files.Select(file => file.Name));
        Assert.Equal(["notes.txt: left aside, because it is no C# source"], intake.Ignored.ToArray());
    }

    [Fact]
    public void A_regular_expression_reads_any_other_naming()
    {
        const string Pattern = @"regex=^(?<section>[^/]+)/(?<last_name>\w+)-(?<first_name>\w+)-(?<student_id>\d+)(?<late>-late)?\.(?<file>.+)$";
        IntakeResult intake = Both(new Download().Add("Mon/Doe-Jane-7.Answers.cs").Add("Mon/Doe-Jane-7.More.cs").Add("Tue/Roe-Rick-8-late.Answers.cs").Add("Tue/other.cs"), Pattern);

        Assert.Equal(["7", "8"], intake.Submissions.Select(submission => submission.Name));
        Assert.Equal(new Student("Jane Doe", "7", "", "Mon"), Assert.Single(intake.Submissions[0].HandIn.Students));
        Assert.Equal(["Answers.cs", "More.cs"], intake.Submissions[0].Files.Select(file => file.Name));
        Assert.True(intake.Submissions[1].HandIn.IsLate);
        Assert.Equal(["Tue/other.cs: left aside, because its path does not match the expression"], intake.Ignored.ToArray());
    }

    [Theory]
    [InlineData("blackboard", "there is no layout 'blackboard'; known are auto, gradescope, moodle, canvas, classroom, folders, files, regex=EXPRESSION")]
    [InlineData("regex=(", "is no regular expression")]
    [InlineData("regex=(.*)", "(?<student_id>…)")]
    [InlineData(@"regex=(?<student_id>\d+)", "finds a student's id in none of 1 path, such as ada/Answers.cs")]
    [InlineData("gradescope", "is not what --layout gradescope says: expected an export of Gradescope's")]
    [InlineData("moodle", "expected a download of Moodle's")]
    [InlineData("canvas", "expected a download of Canvas'")]
    [InlineData("files", "expected a folder with a .cs file for each student")]
    public void A_layout_that_is_not_there_is_told(string layout, string told)
    {
        string folder = new Download().Add("ada/Answers.cs").WriteFolder(_folder);
        Assert.Contains(told, Assert.Throws<IntakeException>(() => Read(folder, layout)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_beside_the_submissions_does_not_hide_what_they_are()
    {
        string folder = new Download().AddCanvas("Doe, Jane", 101, 1, "Answers.cs").Add("README.txt").WriteFolder(_folder);

        IntakeResult intake = Read(folder);

        Assert.Equal(["doejane_101"], intake.Submissions.Select(submission => submission.Name));
        Assert.Equal(["README.txt: left aside, because Canvas names no file so"], intake.Ignored.ToArray());
    }

    [Fact]
    public void A_student_in_two_submissions_is_refused() => Assert.Contains(
        "the student id 100 stands for",
        Refusal(Download.Gradescope((11, [("Ada", "100", null)], 0), (12, [("Bob", "200", null), ("Ada", "100", null)], 0)).WriteFolder(_folder)),
        StringComparison.Ordinal);

    [Fact]
    public void An_archive_within_a_download_is_told_and_not_opened()
    {
        IntakeResult intake = Both(new Download().AddCanvas("Doe, Jane", 101, 1, "Answers.zip").AddCanvas("Roe, Rick", 102, 2, "Answers.cs"));
        Assert.Equal(["Answers.zip: not graded, because it is an archive inside of what was handed in", "no C# source was found"], intake.Submissions[0].Notes.ToArray());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>As a folder and as an archive, which must come to the same.</summary>
    private IntakeResult Both(Download download, string layout = SubmissionReader.AutoLayout)
    {
        IntakeResult unpacked = Read(download.WriteFolder(Path.Combine(_folder, "unpacked")), layout), packed = Read(download.WriteArchive(Path.Combine(_folder, "packed.zip")), layout);
        Assert.Equal(unpacked.Submissions.Select(Show), packed.Submissions.Select(Show));
        Assert.Equal(unpacked.Ignored.ToArray(), packed.Ignored.ToArray());
        Assert.False(packed.IsSingle);
        return unpacked;

        static string Show(Submission submission) =>
            $"{submission.Name} {submission.Fingerprint} {string.Join('|', submission.Notes)} {string.Join('|', submission.HandIn.Students)} {submission.HandIn with { Students = [] }}";
    }

    private static IntakeResult Read(string path, string layout = SubmissionReader.AutoLayout) => new SubmissionReader("Given.cs", layout).Read([path]);

    private static string Refusal(string path) => Assert.Throws<IntakeException>(() => Read(path)).Message;
}
