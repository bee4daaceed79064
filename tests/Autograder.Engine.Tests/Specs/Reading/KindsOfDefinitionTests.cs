using Autograder.Core.Assignments;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs.Reading;

/// <summary>Steps, polynomials, parts, conditions, shapes and training: each is read, and one mistake each is reported.</summary>
public sealed class KindsOfDefinitionTests
{
    private const string Loss = "double Loss(Vector<double> w, Matrix<double> X, Vector<double> y)";
    private const string Residual = "Vector<double> Residual(Vector<double> w, Matrix<double> X, Vector<double> y)";
    private const string Both = "(Vector<double> dw, double loss) Both(Vector<double> w, Matrix<double> X, Vector<double> y)";

    [Theory]
    [InlineData(KindsSpec.Step)]
    [InlineData(KindsSpec.Taylor)]
    [InlineData(KindsSpec.Parts)]
    [InlineData(KindsSpec.Conditions)]
    [InlineData(KindsSpec.Shape)]
    [InlineData(KindsSpec.Computed)]
    [InlineData(KindsSpec.Training, 1)]
    public void Each_kind_is_read_and_its_points_are_drawn(string question, int points = 12) => KindsSpec.Plans(question, points);

    [Fact]
    public void What_stands_in_the_spec_stands_in_the_definition()
    {
        Assert.Equal(new UpdateStepDefinition("Loss", "w", new StepRate("rate", 0)), Read(KindsSpec.Step).Definition);
        Assert.Equal(new UpdateStepDefinition("Loss", "w", new StepRate(null, 0.01)), Read(TinySpec.Replace(KindsSpec.Step, "rate: rate", "rate: 1e-2")).Definition);
        Assert.Equal(new TaylorDefinition("Bowl", "x", 1, Core.Values.Tensor.Vector(1, 2)), Read(KindsSpec.Taylor).Definition);
        Assert.Equal(
            [new Condition("Math.Abs(answer * a) < 1e-9 && answer.Count == D", "It is not orthogonal to a."), new Condition("Length(answer) > 0.1", "It is too short.")],
            ((ConditionsDefinition)Read(KindsSpec.Conditions).Definition).Conditions.ToArray());
        Assert.Equal(new ShapeDefinition(), Read(KindsSpec.Shape).Definition);
        Assert.Equal(new TrainingDefinition("Accuracy(answer.w, answer.b, Xheld, yheld)", new Goal(0.5, IsLeast: true)), Read(KindsSpec.Training).Definition);
        Assert.Equal(new Goal(0.25, IsLeast: false), ((TrainingDefinition)Read(TinySpec.Replace(KindsSpec.Training, "at-least: 0.5", "at-most: 0.25")).Definition).Goal);
    }

    [Fact]
    public void Parts_come_in_the_order_of_the_answer_and_their_points_are_the_questions()
    {
        Question question = Read(KindsSpec.Parts);
        Assert.Equal(
            [new QuestionPart("dw", 3, new DerivativeDefinition(DerivativeKind.Gradient, "Loss", "w")), new QuestionPart("loss", 1, new EquivalentFormDefinition("Loss"))],
            ((PartsDefinition)question.Definition).Parts.ToArray());
        Assert.Equal((4.0, true, true), (question.Points, question.IsScoredByParts, question.IsBonus));
        Question together = Read(KindsSpec.Parts.Replace(", points: 1", "", StringComparison.Ordinal).Replace(", points: 3", "", StringComparison.Ordinal)
            .Replace("bonus: true", "points: 5", StringComparison.Ordinal));
        Assert.Equal((5.0, false, false), (together.Points, together.IsScoredByParts, together.IsBonus));
    }

    [Theory]
    [InlineData("step-of: Loss", "step-of: Residual", $"13:28: what a step descends on is a number of type double, which the given function {Residual} does not return")]
    [InlineData("step-of: Loss", "step-of: Los", "13:28: the given code has no public static method 'Los'; did you mean 'Loss'?")]
    [InlineData(", rate: rate }", " }", "13:17: the key 'rate' is missing: the learning rate, a number or the name of an input")]
    [InlineData(", rate: rate }", ", rate: 0 }", "13:60: expected a number greater than 0 or the name of an input, found '0'")]
    [InlineData(", rate: rate }", ", rate: -0.1 }", "13:60: expected a number greater than 0 or the name of an input, found '-0.1'")]
    [InlineData(", rate: rate }", ", rate: eta }", "13:60: the rate 'eta' is no input that is a number")]
    [InlineData(", rate: rate }", ", rate: y }", "13:60: the rate 'y' is no input that is a number")]
    [InlineData(", with-respect-to: w", "", "13:17: the key 'with-respect-to' is missing: which parameter of the function is varied?")]
    [InlineData("with-respect-to: w", "with-respect-to: X", "12:13: the answer is X after a step, so its type is that of X, not Vector<double>")]
    [InlineData("with-respect-to: w", "with-respect-to: v", $"13:51: 'v' is no parameter of the given function {Loss}")]
    [InlineData("rate: rate }", "rate: rate, order: 1 }", "13:73: 'order' says nothing beside 'step-of'; it belongs to taylor-of")]
    [InlineData("rate: rate }", "rate: rate, around: 1 }", "13:74: 'around' says nothing beside 'step-of'; it belongs to taylor-of")]
    [InlineData("step-of: Loss, ", "gradient-of: Loss, ", "13:64: 'rate' says nothing beside 'gradient-of'; it belongs to step-of")]
    public void A_step_is_held_against_its_loss_and_rate(string old, string changed, params string[] expected) =>
        KindsSpec.Reports(KindsSpec.Step, old, changed, expected);

    [Fact]
    public void A_step_is_not_judged_in_decimals() => KindsSpec.Reports(
        KindsSpec.Step,
        "    inputs:",
        "    tolerance: { decimals: 4 }\n    inputs:",
        "14:28: an update is compared by the step that it takes, so its decimals say nothing; leave them out");

    [Theory]
    [InlineData("taylor-of: Bowl", "taylor-of: Loss", $"13:30: the parameter 'w' of the given function {Loss} is no input of this question", $"13:30: the parameter 'X' of the given function {Loss} is no input of this question", $"13:30: the parameter 'y' of the given function {Loss} is no input of this question", $"13:53: 'x' is no parameter of the given function {Loss}")]
    [InlineData(", order: 1", "", "13:17: the key 'order' is missing")]
    [InlineData(", around: [1, 2]", "", "13:17: the key 'around' is missing")]
    [InlineData(", order: 1, around: [1, 2]", "", "13:17: the key 'order' is missing", "13:17: the key 'around' is missing")]
    [InlineData("order: 1", "order: 3", "13:63: expected 1 or 2, found '3'")]
    [InlineData("order: 1", "order: first", "13:63: expected 1 or 2, found 'first'")]
    [InlineData("around: [1, 2]", "around: 1", "13:74: the point of expansion is a number, which x is not")]
    [InlineData("around: [1, 2]", "around: [[1, 2]]", "13:74: the point of expansion is a matrix of 1 × 2, which x is not")]
    [InlineData("around: [1, 2]", "around: [1, 2, 3]", "13:74: the point of expansion is a vector of 3, which x is not")]
    [InlineData("around: [1, 2]", "around: near", "13:74: expected a number, a list of numbers or a list of equally long lists, found 'near'")]
    [InlineData("x: { size: 2 }", "x: { size: D }", "13:74: the point of expansion is a vector of 2, which x is not")]
    [InlineData("double Tangent", "int Tangent", "12:13: the value of a polynomial is a double, not int", "12:13: the reference has double Tangent(Vector<double> x), which does not fit int Tangent(Vector<double> x)")]
    [InlineData("order: 1", "order: 1, rate: 0.1", "13:72: 'rate' says nothing beside 'taylor-of'; it belongs to step-of")]
    public void A_polynomial_is_held_against_its_function(string old, string changed, params string[] expected) =>
        KindsSpec.Reports(KindsSpec.Taylor, old, changed, expected);

    [Fact]
    public void What_is_approximated_is_a_number() => KindsSpec.Reports(
        TinySpec.Replace(KindsSpec.Step, "Vector<double> Step(Vector<double> w, Matrix<double> X, Vector<double> y, double rate)", "double Slope(double u)"),
        """
            definition: { step-of: Loss, with-respect-to: w, rate: rate }
            inputs:
              w: { size: D }
              X: { size: [N, D] }
              y: { size: N }
              rate: { values: positive, magnitude: 0.01..0.1 }
        """,
        """
            definition: { taylor-of: Zeros, with-respect-to: count, order: 2, around: 3 }
            inputs:
              u: {}
              count: { values: integer, magnitude: 1..5 }
        """,
        "13:30: what is approximated is a number of type double, which the given function Vector<double> Zeros(int count) does not return");

    [Theory]
    [InlineData("      dw: { gradient-of: Loss, with-respect-to: w, points: 3 }\n", "", "12:13: the member 'dw' of the answer has no entry in 'parts'")]
    [InlineData("      loss: {", "      los: {", "12:13: the member 'loss' of the answer has no entry in 'parts'", "14:7: 'los' is no member of the answer; it has dw, loss")]
    [InlineData("(Vector<double> dw, double loss)", "double", $"12:13: parts are the members of a tuple, such as (Matrix<double> dW, Vector<double> db), which double is not", $"12:13: the reference has {Both}, which does not fit double Both(Vector<double> w, Matrix<double> X, Vector<double> y)")]
    [InlineData(", points: 3", "", "14:37: either every part has points, or none has and they stand at the question")]
    [InlineData("points: 3", "points: many", "15:60: expected a number greater than 0, found 'many'")]
    [InlineData("points: 3", "points: 0", "15:60: expected a number greater than 0, found '0'")]
    [InlineData("    bonus: true", "    points: 4", "11:13: the parts have points already, and the question's are their sum; leave these out")]
    [InlineData("    bonus: true", "    bonus: yes", "11:12: expected true or false, found 'yes'")]
    [InlineData("    parts:", "    definition: { value: {} }\n    parts:", "15:7: 'parts' stands in the place of 'definition'; a question has one of them")]
    [InlineData("{ equals: Loss, points: 1 }", "{ text: {}, points: 1 }", "12:13: it is answered by string, not double", "14:13: a part is a number, vector or matrix that is judged by itself; 'text' is of a whole answer")]
    [InlineData("{ equals: Loss, points: 1 }", "{ satisfies: [{ condition: answer.loss > 0, otherwise: It is negative. }], points: 1 }", "14:13: a part is a number, vector or matrix that is judged by itself; 'satisfies' is of a whole answer")]
    [InlineData("{ equals: Loss, points: 1 }", "{ points: 1 }", "14:13: a definition has exactly one of derivative-of, gradient-of, jacobian-of, hessian-of, minimiser-of, step-of, taylor-of, equals, value, shape, satisfies, training, choice, choices, blank, text; this one has none")]
    [InlineData("{ equals: Loss, points: 1 }", "{ equals: Residual, points: 1 }", $"12:13: the answer has the value of the given function {Residual}, which is no double")]
    [InlineData("gradient-of: Loss, with-respect-to: w", "gradient-of: Loss, with-respect-to: X", "12:13: the gradient of Loss by X has 2 indices, which Vector<double> has not")]
    [InlineData("{ equals: Loss, points: 1 }", "{ shape: {}, points: 1 }", "12:13: a shape is whole numbers, such as (int rows, int columns), which double is not")]
    [InlineData("(Vector<double> dw, double loss) Both", "(Vector<double> dw, string name) Named", "12:13: the member 'name' of the answer has no entry in 'parts'", "14:7: 'loss' is no member of the answer; it has dw, name")]
    public void Parts_are_held_against_the_members_of_the_answer(string old, string changed, params string[] expected) =>
        KindsSpec.Reports(KindsSpec.Parts, old, changed, expected);

    [Fact]
    public void A_part_is_no_text() => KindsSpec.Reports(
        TinySpec.Replace(KindsSpec.Parts, "(Vector<double> dw, double loss) Both", "(Vector<double> dw, string name) Named"),
        "loss: { equals: Loss, points: 1 }",
        "name: { value: {}, points: 1 }",
        "14:13: a part is a number, vector or matrix that is judged by itself; 'name' is string");

    [Fact]
    public void Points_stand_at_the_question_or_at_its_parts()
    {
        KindsSpec.Reports(KindsSpec.Step, "    points: 2\n", "", "8:5: the key 'points' is missing");
        KindsSpec.Reports(
            TinySpec.Replace(KindsSpec.Parts, ", points: 1", ""), ", points: 3", "", "8:5: the key 'points' is missing");
        KindsSpec.Reports(KindsSpec.Step, "points: 2", "points: two", "10:13: expected a number of points greater than 0, or none for an item that is not scored, found 'two'");
    }

    [Theory]
    [InlineData("definition: { shape: {} }", "definition: { shape: 3 }", "13:26: expected a mapping with , found '3'")]
    [InlineData("    definition: { shape: {} }\n", "", "8:5: the key 'definition' is missing")]
    public void A_shape_says_nothing_more(string old, string changed, params string[] expected) =>
        KindsSpec.Reports(KindsSpec.Shape, old, changed, expected);

    [Fact]
    public void A_shape_is_whole_numbers() => KindsSpec.Reports(
        KindsSpec.Computed,
        "{ derivative-of: Square, with-respect-to: u }",
        "{ shape: {} }",
        "12:13: a shape is whole numbers, such as (int rows, int columns), which double is not");

    [Theory]
    [InlineData(", otherwise: It is too short. }", " }", "16:11: the key 'otherwise' is missing")]
    [InlineData("condition: Length(answer) > 0.1, ", "", "16:11: the key 'condition' is missing")]
    [InlineData("Length(answer) > 0.1", "Length(answer) >", "16:24: 'Length(answer) >' does not compile: CS1733: Expected expression")]
    [InlineData("Length(answer) > 0.1", "Length(answer)", "16:24: 'Length(answer)' does not compile: CS0029: Cannot implicitly convert type 'double' to 'bool'")]
    [InlineData("Length(answer) > 0.1", "Length(answers) > 0.1", "16:24: 'Length(answers) > 0.1' does not compile: CS0103: The name 'answers' does not exist in the current context")]
    [InlineData("Length(answer) > 0.1", "answer.Rank > 0.1", "16:24: 'answer.Rank > 0.1' does not compile: CS1061: 'Vector<double>' does not contain a definition for 'Rank' and no accessible extension method 'Rank' accepting a first argument of type 'Vector<double>' could be found (are you missing a using directive or an assembly reference?)")]
    [InlineData("Length(answer) > 0.1", "answer.Sum() > N", "16:24: 'answer.Sum() > N' does not compile: CS0103: The name 'N' does not exist in the current context")]
    public void A_condition_is_a_truth_about_the_answer(string old, string changed, params string[] expected) =>
        KindsSpec.Reports(KindsSpec.Conditions, old, changed, expected);

    [Fact]
    public void Conditions_are_some() => KindsSpec.Reports(
        KindsSpec.Conditions,
        """
            definition:
              satisfies:
                - { condition: "Math.Abs(answer * a) < 1e-9 && answer.Count == D", otherwise: It is not orthogonal to a. }
                - { condition: Length(answer) > 0.1, otherwise: It is too short. }
        """,
        """
            definition: { satisfies: [] }
        """,
        "13:17: 'satisfies' has no conditions");

    [Fact]
    public void An_answer_that_is_asked_for_in_a_constraint_is_not_there_yet() => KindsSpec.Reports(
        KindsSpec.Conditions,
        "      a: { size: D }",
        "      a: { size: D }\n    constraints:\n      - answer[0] > 0",
        "20:9: 'answer[0] > 0' does not compile: CS0103: The name 'answer' does not exist in the current context");

    [Theory]
    [InlineData(", at-least: 0.5", "", "13:29: training has a goal: either 'at-least' or 'at-most'")]
    [InlineData("at-least: 0.5", "at-least: 0.5, at-most: 0.9", "13:29: training has a goal: either 'at-least' or 'at-most'")]
    [InlineData("at-least: 0.5", "at-least: half", "13:96: expected a number greater than 0, found 'half'")]
    [InlineData("at-least: 0.5", "at-lest: 0.5", "13:86: unknown key 'at-lest'; did you mean 'at-least'?")]
    [InlineData("measure: \"Accuracy(answer.w, answer.b, Xheld, yheld)\", ", "", "13:29: the key 'measure' is missing", "19:7: the input 'Xheld' is no parameter of the answer, and no function or expression uses it", "20:7: the input 'yheld' is no parameter of the answer, and no function or expression uses it")]
    [InlineData("Accuracy(answer.w, answer.b,", "Accuracy(answer.w, answer.c,", "13:40: 'Accuracy(answer.w, answer.c, Xheld, yheld)' does not compile: CS1061: '(Vector<double> w, double b)' does not contain a definition for 'c' and no accessible extension method 'c' accepting a first argument of type '(Vector<double> w, double b)' could be found (are you missing a using directive or an assembly reference?)")]
    [InlineData("Xheld, yheld)", "Xheld, yheld) > 0", "13:40: 'Accuracy(answer.w, answer.b, Xheld, yheld) > 0' does not compile: CS0029: Cannot implicitly convert type 'bool' to 'double'")]
    [InlineData("(Vector<double> w, double b) Train", "(Vector<double> v, double b) Train", "12:13: trained weights are a tuple whose members have the names and types of the initial weights among the parameters, which (Vector<double> v, double b) Train(Vector<double> w, double b, Matrix<double> X, Vector<double> y) has not", "12:13: the reference has (Vector<double> w, double b) Train(Vector<double> w, double b, Matrix<double> X, Vector<double> y), which does not fit (Vector<double> v, double b) Train(Vector<double> w, double b, Matrix<double> X, Vector<double> y)", "13:40: 'Accuracy(answer.w, answer.b, Xheld, yheld)' does not compile: CS1061: '(Vector<double> v, double b)' does not contain a definition for 'w' and no accessible extension method 'w' accepting a first argument of type '(Vector<double> v, double b)' could be found (are you missing a using directive or an assembly reference?)")]
    public void Training_has_a_measure_a_goal_and_initial_weights(string old, string changed, params string[] expected) =>
        KindsSpec.Reports(KindsSpec.Training, old, changed, expected);

    [Theory]
    [InlineData("constraints:\n      - b > 0", "22:9: training is judged at one random point, so 'constraints' say nothing; leave them out")]
    [InlineData("special-points:\n      - label: one\n        inputs: { b: 1 }", "22:9: training is judged at one random point, so 'special-points' say nothing; leave them out")]
    public void Training_is_judged_at_one_random_point(string more, string expected)
    {
        using TinySpec spec = KindsSpec.Asking($"{KindsSpec.Training}\n    {more}");
        spec.Reports(expected);
    }

    private static Question Read(string question)
    {
        using TinySpec spec = KindsSpec.Asking(question);
        return Assert.Single(spec.Load().Assignment.Questions);
    }
}
