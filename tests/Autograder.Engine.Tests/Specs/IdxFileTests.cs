using Autograder.Core.Values;
using Autograder.Engine.Specs;
using Autograder.Engine.Tests.Support;

namespace Autograder.Engine.Tests.Specs;

public sealed class IdxFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("autograder-idx-");

    [Fact]
    public void Labels_are_a_vector_of_whole_numbers() =>
        Assert.Equal(Tensor.Vector(7, 0, 255), Read(Idx.Labels, 0, 3));

    [Fact]
    public void Images_are_rows_of_pixels_from_0_to_1() => Assert.Equal(
        Tensor.Matrix(3, 4, 0, 1 / 255.0, 2 / 255.0, 3 / 255.0, 51 / 255.0, 52 / 255.0, 53 / 255.0, 54 / 255.0, 102 / 255.0, 103 / 255.0, 104 / 255.0, 105 / 255.0),
        Read(Idx.Images, 0, 3));

    [Theory]
    [InlineData(0, 1, 7.0)]
    [InlineData(1, 1, 0.0)]
    [InlineData(2, 1, 255.0)]
    [InlineData(1, 2, 0.0, 255.0)]
    public void Items_are_counted_from_the_first(int first, int count, params double[] expected) =>
        Assert.Equal(Tensor.Vector(expected), Read(Idx.Labels, first, count));

    [Fact]
    public void Images_before_the_first_are_skipped_as_a_whole() =>
        Assert.Equal(Tensor.Matrix(1, 4, 102 / 255.0, 103 / 255.0, 104 / 255.0, 105 / 255.0), Read(Idx.Images, 2, 1));

    [Fact]
    public void Items_of_more_or_fewer_dimensions_are_rows_too()
    {
        Assert.Equal(Shape.Matrix(2, 3), Read(Idx.Bytes([2, 3], new byte[6]), 0, 2).Shape);
        Assert.Equal(Shape.Matrix(2, 24), Read(Idx.Bytes([2, 2, 3, 4], new byte[48]), 0, 2).Shape);
    }

    [Fact]
    public void A_file_whose_name_ends_in_gz_is_unpacked()
    {
        Assert.Equal(Read(Idx.Images, 1, 2), Read(Idx.Zipped(Idx.Images), 1, 2, "images.idx.gz"));
        Assert.Equal(Tensor.Vector(255), Read(Idx.Zipped(Idx.Labels), 2, 1, "labels.gz"));
    }

    [Fact]
    public void Far_items_of_a_large_packed_file_are_found()
    {
        byte[] numbers = [.. Enumerable.Range(0, 300_000).Select(index => (byte)(index % 251))];
        Assert.Equal(
            Tensor.Matrix(1, 3, [.. new[] { 299_997, 299_998, 299_999 }.Select(index => index % 251 / 255.0)]),
            Read(Idx.Zipped(Idx.Bytes([100_000, 3], numbers)), 99_999, 1, "large.gz"));
    }

    [Theory]
    [InlineData(0, 4, "it has 3 items, too few for 4 from the item 0 on")]
    [InlineData(3, 1, "it has 3 items, too few for 1 from the item 3 on")]
    [InlineData(int.MaxValue, int.MaxValue, "it has 3 items, too few for 2147483647 from the item 2147483647 on")]
    public void Too_few_items_are_refused(int first, int count, string expected) =>
        Assert.Equal(expected, Assert.Throws<InvalidDataException>(() => Read(Idx.Labels, first, count)).Message);

    [Fact]
    public void More_numbers_than_allowed_are_refused_before_they_are_read()
    {
        byte[] announced = Idx.Bytes([60_000, 28, 28], []);
        Assert.Equal(
            "60000 items of 784 numbers are more than 1000 numbers",
            Assert.Throws<InvalidDataException>(() => Read(announced, 0, 60_000)).Message);
    }

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue)]
    [InlineData(1 << 30, 1 << 30, 16)]
    [InlineData(1 << 30, 1 << 30, 24)]
    [InlineData(1 << 30, 1 << 28, 64)]
    public void Items_of_more_numbers_than_can_be_counted_are_refused(int rows, int columns, int channels) => Assert.Contains(
        "are more than 1000 numbers",
        Assert.Throws<InvalidDataException>(() => Read(Idx.Bytes([2, rows, columns, channels], []), 0, 1)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Another_file_is_refused()
    {
        Assert.All(
            new[] { "not an IDX file"u8.ToArray(), Idx.Bytes([3], [1, 2, 3], type: 0x0D), Idx.Bytes([], [1]), Idx.Bytes([1, 1, 1, 1, 1], [1]), Idx.Zipped(Idx.Labels) },
            bytes => Assert.Equal("it is no IDX file of unsigned bytes", Assert.Throws<InvalidDataException>(() => Read(bytes, 0, 1)).Message));
        Assert.Throws<InvalidDataException>(() => Read(Idx.Labels, 0, 1, "not packed.gz"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_dimension_that_is_not_positive_is_refused(int dimension)
    {
        Assert.Equal("it has a dimension that is not positive", Assert.Throws<InvalidDataException>(() => Read(Idx.Bytes([2, dimension], []), 0, 1)).Message);
        Assert.Throws<InvalidDataException>(() => Read(Idx.Bytes([dimension], []), 0, 1));
    }

    [Fact]
    public void A_file_that_ends_early_is_refused_wherever_it_ends()
    {
        Assert.All(Enumerable.Range(0, Idx.Images.Length), length =>
            Assert.Throws<EndOfStreamException>(() => Read(Idx.Images[..length], 2, 1)));
        byte[] zipped = Idx.Zipped(Idx.Images);
        Assert.All(Enumerable.Range(0, zipped.Length / 2), length =>
            Assert.True(Record.Exception(() => Read(zipped[..length], 2, 1, "cut.gz")) is EndOfStreamException or InvalidDataException));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Tensor Read(byte[] bytes, int first, int count, string name = "data.idx")
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return IdxFile.Read(path, first, count, maxEntries: 1000);
    }
}
