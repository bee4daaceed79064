using System.Text;
using Autograder.Core.Reports;
using Autograder.Engine.Intake;
using Autograder.Engine.Intake.Rosters;

namespace Autograder.Engine.Tests.Intake.Rosters;

public sealed class RosterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("autograder-").FullName;

    [Theory]
    [InlineData("First Name,Last Name,SID,Email,Section\nAda,Lovelace,100,ada@example.edu,Mon\n")]
    [InlineData("Name;Id;Email;Sections\n\"Ada Lovelace\";100;ada@example.edu;Mon\n")]
    [InlineData("\uFEFFemail\tstudent_id\tname\tsection\nada@example.edu\t100\tAda Lovelace\tMon\n")]
    public void Columns_are_found_by_their_names_in_any_order(string csv) =>
        Assert.Equal(new Student("Ada Lovelace", "100", "ada@example.edu", "Mon"), Assert.Single(Join(csv, Of(new Student("", "100"))).Submissions[0].HandIn.Students));

    [Theory]
    [InlineData("", "ada")]
    [InlineData("", "ADA@EXAMPLE.EDU")]
    [InlineData("Ada Lovelace", "")]
    [InlineData("adalovelace", "")]
    [InlineData("lovelaceada", "")]
    [InlineData("Lovelace, Ada", "")]
    public void A_student_is_found_by_id_address_or_name_as_platforms_write_them(string name, string id)
    {
        JoinedClass joined = Join("username,first_name,last_name,email\nada,Ada,Lovelace,ada@example.edu\nbob,Bob,Roe,bob@example.edu\n", Of(new Student(name, id)));

        Assert.Equal("ada", joined.Submissions[0].HandIn.Students[0].Id);
        Assert.Equal(["bob"], joined.Absent.Select(student => student.Id));
        Assert.Empty(joined.Unlisted);
    }

    [Theory]
    [InlineData("9", "", Platform.Canvas, true)]
    [InlineData("9", "", Platform.Gradescope, false)]
    [InlineData("", "mallory@example.edu", Platform.Gradescope, false)]
    [InlineData("", "", Platform.Gradescope, true)]
    public void A_name_finds_nobody_of_another_id_or_address_unless_the_id_is_the_platforms_own(string id, string email, Platform platform, bool isFound)
    {
        Submission handed = new("a", [], []) { HandIn = new HandIn([new Student("Ada Lovelace", id, email)], platform, platform == Platform.Canvas ? id : "77") };

        JoinedClass joined = Join("id,name,email\n1,Ada Lovelace,ada@example.edu\n2,Bob,bob@example.edu\n", handed, Of(new Student("", "2")));

        Assert.Equal(isFound ? "1" : id, joined.Submissions[0].HandIn.Students[0].Id);
        Assert.Equal(isFound ? 0 : 1, joined.Unlisted.Length);
    }

    [Theory]
    [InlineData("mllerzo", Platform.Canvas)]
    [InlineData("Zoe\u0308 Mu\u0308ller", Platform.Moodle)]
    [InlineData("MU\u0308LLER, Zoe\u0308", Platform.None)]
    public void A_name_is_found_as_Canvas_and_macOS_write_its_accents(string name, Platform platform)
    {
        Submission handed = new("z", [], []) { HandIn = new HandIn([new Student(name, platform == Platform.Canvas ? "103" : "")], platform, "103") };
        Assert.Equal("1", Join("id,name\n1,Zoë Müller\n2,Zo Mller-Roe\n", handed).Submissions[0].HandIn.Students[0].Id);
    }

    [Fact]
    public void A_platforms_own_id_that_is_somebody_elses_on_the_list_yields_to_the_name()
    {
        JoinedClass joined = Join("Name,SID\nAda Lovelace,90001\nAlan Turing,90000\n", OfCanvas("lovelaceada", "90000"), OfCanvas("turingalan", "90001"));
        Assert.Equal(["90001", "90000"], joined.Submissions.Select(submission => submission.HandIn.Students[0].Id));
    }

    [Fact]
    public void A_name_that_two_submissions_have_is_neithers()
    {
        JoinedClass joined = Join("name,id\nJane Doe,1\nAlan Turing,2\n", OfCanvas("doejane", "901"), OfCanvas("doejane", "902"), OfCanvas("turingalan", "903"));
        Assert.Equal(["901", "902", "2"], joined.Submissions.Select(submission => submission.HandIn.Students[0].Id));
        Assert.Equal(2, joined.Unlisted.Length);
    }

    [Fact]
    public void What_Canvas_leaves_of_a_name_must_be_most_of_it() =>
        Assert.Equal("901", Join("name,id\n王 Wei,1\nAlan Turing,2\n", OfCanvas("wei", "901"), OfCanvas("turingalan", "902")).Submissions[0].HandIn.Students[0].Id);

    [Fact]
    public void A_roster_whose_names_fit_and_addresses_do_not_says_so() => Assert.Contains(
        "Ada L has another id or address there (a@x) than on the roster (ada@uni.edu)", Refusal("Name,Email\nAda L,ada@uni.edu\n", Of(new Student("Ada L", "", "a@x"))), StringComparison.Ordinal);

    [Fact]
    public void The_row_of_points_in_Canvas_gradebook_is_no_student() => Assert.Equal(
        ["Bob"], Join("Student,ID\n    Points Possible,\nAda,1\nBob,2\n", Of(new Student("", "1"))).Absent.Select(student => student.Name));

    [Fact]
    public void A_name_that_two_students_have_finds_neither()
    {
        JoinedClass joined = Join("name,id\nJane Doe,1\nJane Doe,2\nBob,3\n", Of(new Student("Jane Doe")), Of(new Student("", "3")));

        Assert.Equal("Jane Doe", Assert.Single(joined.Unlisted).Name);
        Assert.Equal(["1", "2"], joined.Absent.Select(student => student.Id));
    }

    [Fact]
    public void A_roster_of_another_class_is_refused_with_an_example_of_each() => Assert.Contains(
        "does not match: none of its 2 students handed in. It has students such as Ada (1); handed in was by carl",
        Refusal("name,id\nAda,1\nBob,2\n", Of(new Student("", "carl"))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("name,id\nAda,1\nBob,1\n", "has two students with the id 1, in the lines 2 and 3")]
    [InlineData("colour,shape\nred,round\n", "needs a first line that names its columns")]
    [InlineData("", "needs a first line that names its columns")]
    [InlineData("name,id\n", "names no students")]
    [InlineData("name,id\nAda,1\nBob \"the\" Roe,2\n", "up to line 3 a quotation mark is not closed")]
    [InlineData("name,id\nAda,1\n\"Bob,2\nCleo,3\n", "a quotation mark is not closed")]
    public void What_is_no_roster_is_told(string csv, string told) => Assert.Contains(told, Refusal(csv, Of(new Student("", "1"))), StringComparison.Ordinal);

    [Fact]
    public void A_roster_in_another_encoding_is_told()
    {
        string path = Path.Combine(_folder, "roster.csv");
        File.WriteAllText(path, "name,id\nZoë,1\n", Encoding.Latin1);
        Assert.Contains("is not in UTF-8", Assert.Throws<IntakeException>(() => Roster.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_roster_that_is_not_there_is_told() => Assert.Contains(
        "cannot be read", Assert.Throws<IntakeException>(() => Roster.Read(Path.Combine(_folder, "none.csv"))).Message, StringComparison.Ordinal);

    [Fact]
    public void One_listed_student_with_two_submissions_is_refused() => Assert.Contains(
        "the student id 1 stands for", Refusal("name,id,email\nAda,1,ada@u\n", Of(new Student("", "1")), Of(new Student("Ada", "", "ada@u"))), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Submission Of(params Student[] students) => new(string.Join('+', students.Select(student => student.ToString())), [], []) { HandIn = new HandIn([.. students]) };

    private static Submission OfCanvas(string name, string id) => new($"{name}_{id}", [], []) { HandIn = new HandIn([new Student(name, id)], Platform.Canvas, id) };

    private JoinedClass Join(string csv, params Submission[] submissions)
    {
        string path = Path.Combine(_folder, "roster.csv");
        File.WriteAllText(path, csv);
        return Roster.Read(path).Join(submissions);
    }

    private string Refusal(string csv, params Submission[] submissions) => Assert.Throws<IntakeException>(() => Join(csv, submissions)).Message;
}
