using Autograder.Core.Comparing;
using Autograder.Core.Tests.Support;
using Autograder.Core.Values;
using FsCheck.Fluent;

namespace Autograder.Core.Tests.Comparing;

public sealed class NumericalDerivativeTests
{
    [Fact]
    public void Polynomials_up_to_the_fourth_degree_are_differentiated_up_to_rounding() => Law.Holds(
        from x in Gen.Choose(-3000, 3000).Select(thousandths => thousandths / 1000.0)
        from degree in Gen.Choose(0, 4)
        select (x, degree),
        @case =>
        {
            double gradient = NumericalDerivative.Gradient(at => Math.Pow(at.Entries[0], @case.degree), Tensor.Scalar(@case.x)).Entries[0];
            double right = @case.degree == 0 ? 0 : @case.degree * Math.Pow(@case.x, @case.degree - 1);
            return Math.Abs(gradient - right) <= 1e-9 * Math.Max(1, Math.Abs(right));
        });

    [Fact]
    public void The_gradient_has_the_shape_of_its_variable_and_keeps_entries_apart()
    {
        Tensor at = Tensor.Matrix(2, 3, 0.1, -0.2, 0.3, -0.4, 0.5, -0.6);
        Tensor gradient = NumericalDerivative.Gradient(variable => variable.Entries.Select((entry, index) => (index + 1) * Math.Exp(entry)).Sum(), at);
        Assert.Equal(at.Shape, gradient.Shape);
        Assert.All(Enumerable.Range(0, 6), index =>
            Assert.Equal((index + 1) * Math.Exp(at.Entries[index]), gradient.Entries[index], 1e-10));
    }

    [Fact]
    public void Large_arguments_take_large_steps() => Assert.Equal(
        2e6, NumericalDerivative.Gradient(at => at.Entries[0] * at.Entries[0], Tensor.Scalar(1e6)).Entries[0], 1e-3);
}
