using System.Text.Json;

namespace Autograder.Acceptance.Distribution;

/// <summary>The autograder zip where Gradescope would run it, with metadata as Gradescope writes it.</summary>
[Collection(PublishedGraderCollection.Name)]
public sealed class GradescopeZipTests(GradescopeMachine machine) : IClassFixture<GradescopeMachine>
{
    private const string Right = "public static class Answers { public static double Slope(double u) => 2 * u; public static double Next(double u) => u + 1; }";

    private const string Ada = """{ "id": 7, "name": "Ada", "email": "ada@example.edu", "sid": null, "sections": ["A"], "assignment": { "due_date": "2026-03-01T23:59:00.000000-08:00", "late_due_date": null } }""";
    private const string Extended = """{ "id": 8, "name": "Emmy", "email": "emmy@example.edu", "sid": "1882", "assignment": { "due_date": "2026-03-04T23:59:00.000000-08:00" } }""";

    [Fact]
    public void The_key_is_for_root_alone_and_students_programs_can_be_held()
    {
        string modes = machine.Modes("autograder", "source", "homework");

        Assert.Contains("assignment.yaml", modes, StringComparison.Ordinal);
        Assert.Contains("Reference.cs", modes, StringComparison.Ordinal);
        Assert.All(modes.TrimEnd().Split('\n'), line => Assert.Matches("^(600|700) root ", line));
        Assert.Contains("was stopped in 12 of 12 attempts", machine.SetUp, StringComparison.Ordinal);
        Assert.Contains("Students do not see at once what became of 2", machine.Packed, StringComparison.Ordinal);
    }

    [Fact]
    public void In_time_a_submission_is_graded_as_it_is()
    {
        (Commands.Result run, JsonElement results) = machine.Grade(Right, Metadata("2026-03-01T18:25:53.109082-08:00", Ada));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Output + run.Errors);
        Assert.False(results.TryGetProperty("score", out _));
        Assert.Equal("Slopes. The points are shown with what is not shown yet.", results.GetProperty("output").GetString());
        JsonElement[] tests = [.. results.GetProperty("tests").EnumerateArray()];
        Assert.Equal([("1", 2.0, 2.0, "passed"), ("2", 1.0, 1.0, "passed")], tests.Select(test => (
            test.GetProperty("number").GetString(), test.GetProperty("score").GetDouble(), test.GetProperty("max_score").GetDouble(), test.GetProperty("status").GetString())));
        Assert.False(tests[0].TryGetProperty("visibility", out _));
        Assert.Equal("after_due_date", tests[1].GetProperty("visibility").GetString());
        Assert.Equal("confined", results.GetProperty("extra_data").GetProperty("sandbox").GetProperty("level").GetString());
        Assert.All(machine.Modes("autograder", "results").TrimEnd().Split('\n').Take(1), line => Assert.StartsWith("700 root ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Being_late_costs_what_the_spec_says()
    {
        JsonElement results = machine.Grade(Right, Metadata("2026-03-03T10:00:00.000000-08:00", Ada)).Results;

        Assert.Equal(2.4, results.GetProperty("score").GetDouble());
        Assert.Contains("Handed in 1 day and 10 hours after the due date (2026-03-01 23:59 -08:00). 2 days have begun, which take 20 % of the points earned.", results.GetProperty("output").GetString()!, StringComparison.Ordinal);
        Assert.Equal(3, results.GetProperty("extra_data").GetProperty("late").GetProperty("points_before").GetDouble());
    }

    [Fact]
    public void A_group_has_the_extension_of_any_of_its_members() =>
        Assert.False(machine.Grade(Right, Metadata("2026-03-03T10:00:00.000000-08:00", $"{Ada}, {Extended}")).Results.TryGetProperty("score", out _));

    [Fact]
    public void Beyond_the_limit_of_attempts_the_latest_results_are_repeated()
    {
        const string Previous = """
            { "submission_time": "2026-03-01T10:00:00.000000-08:00", "score": "1.0", "autograder_error": false },
            { "submission_time": "2026-03-01T11:00:00.000000-08:00", "score": "0.0", "autograder_error": true },
            { "submission_time": "2026-03-01T12:00:00.000000-08:00", "score": "2.0", "autograder_error": false, "results": { "score": null, "output": "Earlier.", "tests": [ { "score": 2.0, "max_score": 3.0, "status": null, "name": "Earlier" } ] } }
            """;
        JsonElement results = machine.Grade(Right, Metadata("2026-03-01T13:00:00.000000-08:00", Ada, Previous)).Results;

        Assert.StartsWith("Not graded: 2 attempts are graded in any 24 hours.", results.GetProperty("output").GetString()!, StringComparison.Ordinal);
        Assert.EndsWith("from 2026-03-02 10:00 -08:00 on.\n\nEarlier.", results.GetProperty("output").GetString()!, StringComparison.Ordinal);
        Assert.Equal("""[{"score":2.0,"max_score":3.0,"name":"Earlier"}]""", JsonSerializer.Serialize(results.GetProperty("tests")));
    }

    [Fact]
    public void Metadata_that_is_broken_is_told_to_staff_and_grading_goes_on()
    {
        (Commands.Result run, JsonElement results) = machine.Grade(Right, "{ \"id\": ");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("submission_metadata.json cannot be read", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, results.GetProperty("tests").GetArrayLength());
    }

    [Fact]
    public void Results_stand_there_before_the_time_is_over_with_what_was_graded_by_then()
    {
        (Commands.Result run, JsonElement results) = machine.Grade(
            "public static class Answers { public static double Slope(double u) => 2 * u; public static double Next(double u) { new System.Threading.SemaphoreSlim(0).Wait(); return 0; } }",
            Metadata("2026-03-01T13:00:00.000000-08:00", Ada),
            "TIMEOUT_SECONDS=24");

        Assert.Equal(0, run.ExitCode);
        JsonElement[] tests = [.. results.GetProperty("tests").EnumerateArray()];
        Assert.Equal([2.0, 0.0], tests.Select(test => test.GetProperty("score").GetDouble()));
        Assert.Contains("used up the time", tests[1].GetProperty("output").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_submission_that_goes_for_the_key_and_the_results_gets_neither()
    {
        JsonElement results = machine.Grade("""
            public static class Answers
            {
                public static double Slope(double u) => System.IO.File.ReadAllText("/autograder/source/homework/key/Reference.cs").Length;
                public static double Next(double u) { System.IO.File.WriteAllText("/autograder/results/results.json", "{\"score\": 100}"); return 0; }
            }
            """, Metadata("2026-03-01T13:00:00.000000-08:00", Ada)).Results;

        Assert.Equal([0.0, 0.0], results.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("score").GetDouble()));
        Assert.DoesNotContain("Reference", JsonSerializer.Serialize(results.GetProperty("tests")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_program_at_all_has_results_too() =>
        Assert.Equal([0.0, 0.0], machine.Grade("This is no C#.", metadata: null).Results.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("score").GetDouble()));

    private static string Metadata(string createdAt, string users, string previous = "") => $$"""
        {
          "id": 123456, "created_at": "{{createdAt}}", "assignment_id": null, "submission_method": "upload", "users": [ {{users}} ],
          "assignment": { "id": 25828, "course_id": 1234, "title": "Slopes", "due_date": "2026-03-01T23:59:00.000000-08:00", "late_due_date": null, "release_date": "2026-02-01T00:00:00.000000-08:00",
            "group_submission": false, "group_size": null, "total_points": "3.0", "outline": [ { "id": 1, "type": "ProgrammingQuestion", "title": "Autograder", "parent_id": null, "weight": "3.0", "content": [], "index": 0 } ] },
          "previous_submissions": [ {{previous}} ]
        }
        """;
}
