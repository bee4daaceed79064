using Autograder.Core.Tests.Support;
using Autograder.Core.Values;

namespace Autograder.Core.Tests.Values;

public sealed class ValueTests
{
    [Fact]
    public void A_plain_number_is_one_part_without_a_name()
    {
        (string name, Tensor tensor) = Assert.Single(Examples.Number(2).NumericParts);
        Assert.Equal("", name);
        Assert.Equal(Tensor.Scalar(2), tensor);
    }

    [Fact]
    public void The_parts_of_a_group_keep_their_order_and_are_named_by_their_path()
    {
        GroupValue group = Examples.Group(
            ("dW", Examples.Vector(1, 2)),
            ("layer", Examples.Group(("V", Examples.Number(3)), ("b", Examples.Number(4)))),
            ("kind", new TextValue("saddle")),
            ("loss", Examples.Number(5)));
        Assert.Equal(["dW", "layer.V", "layer.b", "loss"], group.NumericParts.Select(part => part.Name));
    }

    [Fact]
    public void Texts_and_functions_have_no_numeric_parts()
    {
        Assert.Empty(new TextValue("7").NumericParts);
        Assert.Empty(new TextListValue(["7"]).NumericParts);
        Assert.Empty(new FunctionValue("Waves", [Examples.Number(7)]).NumericParts);
    }
}
