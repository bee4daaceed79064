using Autograder.Cli.Display;
using Autograder.Engine.Specs;

namespace Autograder.Cli.Tests.Display;

public sealed class SpecProblemsTextTests
{
    [Fact]
    public void Problems_stand_one_a_line_with_their_places_first()
    {
        var exception = new SpecException([new SpecProblem(new SpecPlace("a.yaml", 3, 5), "the key 'title' is missing"), new SpecProblem(new SpecPlace("a.yaml", 9, 1), "unknown key 'x'")]);

        Assert.Equal(
            "a.yaml:3:5: the key 'title' is missing\na.yaml:9:1: unknown key 'x'\n2 problems in the spec; nothing was graded.",
            SpecProblemsText.Of(exception).ReplaceLineEndings("\n"));
    }
}
