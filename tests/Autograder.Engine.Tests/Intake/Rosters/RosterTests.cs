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
    [InlineData("adalovelace", "9")]
    [InlineData("lovelaceada", "9")]
    [InlineData("Lovelace, Ada", "")]
    public void A_student_is_found_by_id_address_or_name_as_platforms_write_them(string name, string id)
    {
        JoinedClass joined = Join("username,first_name,last_name,email\nada,Ada,Lovelace,ada@example.edu\nbob,Bob,Roe,bob@example.edu\n", Of(new Student(name, id)));

        Assert.Equal("ada", joined.Submissions[0].HandIn.Students[0].Id);
        Assert.Equal(["bob"], joined.Absent.Select(student => student.Id));
        Assert.Empty(joined.Unlisted);
    }

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
    public void What_is_no_roster_is_told(string csv, string told) => Assert.Contains(told, Refusal(csv, Of(new Student("", "1"))), StringComparison.Ordinal);

    [Fact]
    public void A_roster_that_is_not_there_is_told() => Assert.Contains(
        "cannot be read", Assert.Throws<IntakeException>(() => Roster.Read(Path.Combine(_folder, "none.csv"))).Message, StringComparison.Ordinal);

    [Fact]
    public void One_listed_student_with_two_submissions_is_refused() => Assert.Contains(
        "the student id 1 stands for", Refusal("name,id\nAda,1\n", Of(new Student("", "1")), Of(new Student("Ada"))), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Submission Of(params Student[] students) => new(string.Join('+', students.Select(student => student.ToString())), [], []) { HandIn = new HandIn([.. students]) };

    private JoinedClass Join(string csv, params Submission[] submissions)
    {
        string path = Path.Combine(_folder, "roster.csv");
        File.WriteAllText(path, csv);
        return Roster.Read(path).Join(submissions);
    }

    private string Refusal(string csv, params Submission[] submissions) => Assert.Throws<IntakeException>(() => Join(csv, submissions)).Message;
}
