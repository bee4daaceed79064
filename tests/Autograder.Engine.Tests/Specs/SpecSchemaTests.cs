using Autograder.Engine.Specs;
using Autograder.Tests.Shared;

namespace Autograder.Engine.Tests.Specs;

public sealed class SpecSchemaTests
{
    [Fact]
    public void The_kept_schema_is_the_one_of_the_types() => Assert.True(
        File.ReadAllText(Repository.PathTo("problems", "assignment.schema.json")) == SpecSchema.Generate(),
        "problems/assignment.schema.json has drifted: dotnet run --project grader/Autograder.Cli -- schema > problems/assignment.schema.json");
}
