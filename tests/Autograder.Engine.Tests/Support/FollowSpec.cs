namespace Autograder.Engine.Tests.Support;

/// <summary>A gradient, a residual, and a step and a loss that build on them; 'follow-through' of the step begins at line 34.</summary>
internal static class FollowSpec
{
    internal const string Questions = """
          - id: "1"
            title: A gradient
            points: 2
            statement: Return the gradient.
            answer: Vector<double> Gradient(Vector<double> w, Matrix<double> X, Vector<double> y)
            definition: { gradient-of: Loss, with-respect-to: w }
            inputs:
              w: { size: D }
              X: { size: [N, D] }
              y: { size: N }
          - id: "2"
            title: A residual
            points: 2
            statement: Return the residual.
            answer: Vector<double> Residual(Vector<double> w, Matrix<double> X, Vector<double> y)
            definition: { value: {} }
            inputs:
              w: { size: D }
              X: { size: [N, D] }
              y: { size: N }
          - id: "3"
            title: A step and a loss
            statement: Take a step.
            answer: (Vector<double> w, double loss) Step(Vector<double> w, Matrix<double> X, Vector<double> y, double rate)
            parts:
              w: { points: 3, step-of: Loss, with-respect-to: w, rate: rate }
              loss: { points: 1, equals: Loss }
            follow-through:
              from: { g: "1", r: "2" }
              answer: (w - rate * g, 0.5 * r * r)
              share: 0.5
            inputs:
              w: { size: D }
              X: { size: [N, D] }
              y: { size: N }
              rate: { values: positive, magnitude: 0.05..0.7 }

        """;

    internal static readonly string Reference = TinySpec.Replace(
        TinySpec.Reference,
        "    public static double Slope",
        """
            public static Vector<double> Residual(Vector<double> w, Matrix<double> X, Vector<double> y) => X * w - y;
            public static (Vector<double> w, double loss) Step(Vector<double> w, Matrix<double> X, Vector<double> y, double rate) => (w - rate * Gradient(w, X, y), Given.Loss(w, X, y));
            public static double Slope
        """);

    internal static TinySpec Written() => TinySpec.Written(TinySpec.FirstLines + Questions, reference: Reference);

    /// <summary>With one place changed; the text to replace stands there once.</summary>
    internal static TinySpec With(string old, string changed) =>
        TinySpec.Written(TinySpec.FirstLines + TinySpec.Replace(Questions, old, changed), reference: Reference);
}
