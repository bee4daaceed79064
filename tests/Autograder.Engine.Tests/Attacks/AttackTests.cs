using System.Collections.Immutable;
using Autograder.Sandbox.Confinement;
using Xunit.Abstractions;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>
/// Strangers' code cannot read, forge, hang or outlive anything: every attack comes to its verdict, and afterwards everything is as
/// it was.
/// </summary>
[Collection(AttackCollection.Name)]
public sealed class AttackTests(AttackLab lab, ITestOutputHelper output)
{
    private static readonly ImmutableArray<Attack> Every = [.. AttackCorpus.All.Select(entry => entry.Attack)];

    /// <summary>A third of the numbers, of each its first form, and all honest programs: the time of all on every level would be too long.</summary>
    private static readonly ImmutableArray<Attack> Chosen =
        [.. AttackCorpus.All.Where(entry => entry.Family != Family.Benign).Select(entry => entry.Attack).DistinctBy(attack => attack.Number / 3), .. BenignPrograms.All];

    private static readonly ImmutableArray<Attack> NotOfResources =
        [.. Chosen.Except(ResourceAttacks.All).Where(attack => !attack.IsHasty)];

    /// <summary>What a user of their own keeps them from, even without the filter: whoever belongs to others.</summary>
    private static readonly int[] HeldByTheirUser = [30, 34, 36, 99];

    private static readonly ImmutableArray<Attack> WithoutHarm = [.. Every.Where(attack => attack is { NeedsFilter: false, IsHasty: false } && attack.Number is < 46 or >= 99 and < 153)];

    public static TheoryData<string> All => [.. Every.Select(attack => attack.Id)];

    public static TheoryData<string> Some => [.. Chosen.Select(attack => attack.Id)];

    public static TheoryData<string> SomeNotOfResources => [.. NotOfResources.Select(attack => attack.Id)];

    public static TheoryData<string> Harmless => [.. WithoutHarm.Select(attack => attack.Id)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_attack_comes_to_its_verdict_and_to_nothing_else(string attack) =>
        AssertHeld("this machine", attack, LayersExtensions.OfThisMachine, Every);

    [Theory]
    [MemberData(nameof(Some))]
    public void An_attack_of_an_ordinary_users_worker_is_held(string attack) =>
        AssertHeld("without private-user", attack, LayersExtensions.OfThisMachine & ~Layers.PrivateUser, Chosen);

    [Theory]
    [MemberData(nameof(Some))]
    public void An_attack_in_isolation_is_held(string attack) => AssertHeld("isolated", attack, LayersExtensions.Possible, Chosen);

    [Theory]
    [MemberData(nameof(SomeNotOfResources))]
    public void An_attack_without_limits_is_held_where_it_is_not_about_resources(string attack) =>
        AssertHeld("without limits", attack, LayersExtensions.OfThisMachine & ~Layers.Limits, NotOfResources);

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Without_the_filter_the_grader_stands_all_the_same(string attack)
    {
        AttackResult result = Run("without system-calls", attack, Unfiltered, WithoutHarm);
        Assert.True(result.Broken.Length == 0, string.Join("; ", result.Broken));
        if (Unfiltered.HasFlag(Layers.PrivateUser) && HeldByTheirUser.Contains(AttackCorpus.ById(attack).Number))
        {
            Assert.Empty(result.Reached);
        }
    }

    [Fact]
    public void Without_the_filter_attacks_get_through()
    {
        string[] through = [.. WithoutHarm.Where(attack => lab.ResultOf(attack, Unfiltered, WithoutHarm).Reached.Length > 0).Select(attack => attack.Id)];
        output.WriteLine(string.Join('\n', through));
        Assert.True(through.Length >= 12, $"only {through.Length} attacks bite: {string.Join(", ", through)}");
    }

    [Fact]
    public void Every_number_of_the_list_is_in_the_corpus()
    {
        // 97, arguments that are changed, is ConversionTests'; 108 and the rest are about processes of the grader's.
        int[] missing = [.. Enumerable.Range(1, 107).Except([97]).Except(Every.Select(attack => attack.Number))];
        Assert.Empty(missing);
        Assert.Equal(Every.Length, Every.DistinctBy(attack => attack.Id).Count());
    }

    private static Layers Unfiltered => LayersExtensions.OfThisMachine & ~Layers.SystemCalls;

    private void AssertHeld(string where, string id, Layers layers, ImmutableArray<Attack> plan)
    {
        Attack attack = AttackCorpus.ById(id);
        AttackResult result = Run(where, id, layers, plan);
        Assert.True(result.Reached.Length + result.Broken.Length == 0, $"{string.Join("; ", [.. result.Reached, .. result.Broken])} ({result.Outcome}: {result.Said})");
        Assert.True(attack.Expected.HasFlag(result.Outcome) && result.Outcome != Outcome.None, $"{result.Outcome}, not {attack.Expected}: {result.Said}");
        Assert.Contains(attack.Says, result.Said, StringComparison.Ordinal);
        Assert.True(lab.IsSiblingAlive);
    }

    private AttackResult Run(string where, string id, Layers layers, ImmutableArray<Attack> plan)
    {
        AttackResult result = lab.ResultOf(AttackCorpus.ById(id), layers, plan);
        output.WriteLine($"| {id} | {where} | {result.Outcome}{(result.Reached.Length > 0 ? ", through" : "")} |");
        return result;
    }
}
