/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

class WeightFilesTest {

    private static final Map<String, float[]> VALUES = Map.of("0", new float[] {1, 2, 3, 4, 5, 6});

    @TempDir private Path folder;

    @Test
    void settingsBesideTheModelAreLeftOut() throws IOException {
        Pickle index = new Pickle().dictionary().mark();
        index.text("epoch").number(3).text("arch").text("resnet18").text("best").none();
        index.text("args").dictionary().mark().text("lr").number(1).setItems();
        index.text("dtype").global("torch", "float32");
        index.text("shape").global("torch", "Size").mark().number(2).tuple().raw(0x85).reduce();
        index.text("optimizer").dictionary().mark();
        index.text("state").dictionary().mark().number(0).tensor("0", 6).setItems().setItems();
        index.text("model").orderedDictionary().mark();
        index.text("w").tensor("0", 2, 3).text("flag").isTrue().setItems();
        // What PyTorch keeps of each module's version.
        index.dictionary().mark().text("_metadata").orderedDictionary().setItems().raw('b');
        index.setItems();

        Weights weights = WeightFiles.read(zip(index)).weights();

        assertThat(weights.tensors().keySet()).containsExactly("w");
        assertThat(weights.tensors().get("w").shape()).isEqualTo(new Shape(2, 3));
        assertThat(weights.tensors().get("w").toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aModelUnderAnUnusualNameIsFoundIfItIsTheOnlyOne() throws IOException {
        Pickle one = new Pickle().dictionary().mark();
        one.text("weights_of_mine").dictionary().mark().text("w").tensor("0", 6).setItems();
        Pickle two = new Pickle().dictionary().mark();
        two.text("mine").dictionary().mark().text("w").tensor("0", 6).setItems();
        two.text("yours").dictionary().mark().text("w").tensor("0", 6).setItems();

        assertThat(WeightFiles.read(zip(one.setItems())).weights().tensors()).containsOnlyKeys("w");
        assertRefused(
                zip(two.setItems()),
                "it holds tensors in mine, yours, and which are meant is unclear");
        assertRefused(zip(new Pickle().dictionary()), "it holds no tensors by name");
        assertRefused(zip(new Pickle().number(7)), "it holds no dictionary of tensors");
    }

    @Test
    void whichOfSeveralModelsIsReadIsSaid() throws IOException {
        Pickle index = new Pickle().dictionary().mark();
        index.text("epoch").number(3);
        index.text("model_ema").dictionary().mark().text("w").tensor("0", 2, 3).setItems();
        index.text("model").dictionary().mark().text("w").tensor("0", 6).setItems();
        index.text("queue").tensor("0", 3, 2).text("args").dictionary().setItems();

        WeightFile read = WeightFiles.read(zip(index));

        assertThat(read.weights().tensors().get("w").shape()).isEqualTo(new Shape(6));
        assertThat(read.part())
                .contains(new WeightPart("model", List.of("model_ema", "queue")))
                .get()
                .hasToString("taken from model; model_ema, queue left out");
    }

    @Test
    void aModelWithinAModelIsFound() throws IOException {
        Pickle usual = new Pickle().dictionary().mark().text("model").dictionary().mark();
        usual.text("lr").number(1).text("state_dict").dictionary().mark();
        usual.text("w").tensor("0", 6).setItems().setItems().setItems();
        Pickle unusual = new Pickle().dictionary().mark().text("mine").dictionary().mark();
        unusual.text("best").dictionary().mark();
        unusual.text("w").tensor("0", 6).setItems().setItems().setItems();

        assertThat(WeightFiles.read(zip(usual)).part())
                .get()
                .hasToString("taken from model.state_dict");
        assertThat(WeightFiles.read(zip(usual)).weights().tensors()).containsOnlyKeys("w");
        assertThat(WeightFiles.read(zip(unusual)).part()).get().hasToString("taken from mine.best");
    }

    @Test
    void aFileThatIsItsModelHasNoParts() throws IOException {
        Pickle alone = new Pickle().dictionary().mark().text("w").tensor("0", 6).setItems();

        assertThat(WeightFiles.read(zip(alone)).part()).isEmpty();
    }

    @Test
    void whatAFileCallsItsPartsIsShownShortAndPlain() throws IOException {
        Pickle index = new Pickle().dictionary().mark();
        index.text("\u001b[2J").dictionary().mark().text("w").tensor("0", 6).setItems();
        index.text("x".repeat(9999)).dictionary().mark().text("w").tensor("0", 6).setItems();

        assertRefused(
                zip(index.setItems()),
                "it holds tensors in  [2J, %s...".formatted("x".repeat(400 - 26)));
    }

    @Test
    void aZipThatIsCutOffIsCalledThat() throws IOException {
        Path file = zip(new Pickle().dictionary().mark().text("w").tensor("0", 6).setItems());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 30));

        assertRefused(file, "it begins as a zip, but is cut off or damaged");
    }

    /** A thousand names for one dictionary cost a few bytes each. */
    @Test
    void moreDictionariesThanAnyProgramSavesAreNotLookedThrough() throws IOException {
        Pickle many = new Pickle().dictionary().mark();
        many.text("first").dictionary().raw('q', 1).mark().text("w").tensor("0", 6).setItems();
        for (int i = 0; i < 1000; i++) {
            many.text("n" + i).raw('h', 1);
        }

        assertRefused(zip(many.setItems()), "it names more than 1000 dictionaries of tensors");
    }

    @Test
    void prefixesOfWrappersAreTakenOffWhereMostTensorsCarryThem() throws IOException {
        assertThat(namesRead("module.encoder.conv1.weight", "module.encoder.bn1.weight"))
                .containsExactly("conv1.weight", "bn1.weight");
        assertThat(namesRead("backbone.conv1.weight", "backbone.bn1.weight", "head.weight"))
                .containsExactly("conv1.weight", "bn1.weight", "head.weight");
        assertThat(namesRead("conv1.weight", "bn1.weight", "encoder.weight"))
                .containsExactly("conv1.weight", "bn1.weight", "encoder.weight");
        assertThat(namesRead("encoder.w", "w")).containsExactly("encoder.w", "w");
    }

    @Test
    void prefixesAreTakenOffInSafetensorsToo() {
        Path file = folder.resolve("prefixed.safetensors");
        Weights weights = Weights.ofTensors(Map.of("w", HostTensor.of(new Shape(), 1f)));
        Safetensors.write(file, weights.prefixed("backbone."), Map.of("format", "pt"));

        WeightFile read = WeightFiles.read(file);

        assertThat(read.weights().digest()).isEqualTo(weights.digest());
        assertThat(read.metadata()).containsEntry("format", "pt");
    }

    @Test
    void viewsShareOneStorageAndKeepTheirOrder() throws IOException {
        Pickle index = new Pickle().dictionary().mark();
        index.text("transposed").view("0", "FloatStorage", 6, 0, longs(3, 2), longs(1, 3));
        index.text("column").view("0", "FloatStorage", 6, 1, longs(2), longs(3));
        index.text("scalar").view("0", "FloatStorage", 6, 5, longs(), longs());
        index.text("expanded").view("0", "FloatStorage", 6, 2, longs(2, 2), longs(0, 1));
        index.text("empty").view("0", "FloatStorage", 6, 9, longs(0, 2), longs(2, 1));
        index.setItems();

        for (Path file : new Path[] {zip(index), legacy(index)}) {
            Map<String, HostTensor> tensors = WeightFiles.read(file).weights().tensors();
            assertThat(tensors.get("transposed").toFloats()).containsExactly(1, 4, 2, 5, 3, 6);
            assertThat(tensors.get("column").toFloats()).containsExactly(2, 5);
            assertThat(tensors.get("scalar").toFloats()).containsExactly(6);
            assertThat(tensors.get("scalar").shape()).isEqualTo(new Shape());
            assertThat(tensors.get("expanded").toFloats()).containsExactly(3, 4, 3, 4);
            assertThat(tensors.get("empty").toFloats()).isEmpty();
        }
    }

    @Test
    void legacyFilesMayNameAPartOfAStorage() throws IOException {
        Weights weights = WeightFiles.read(legacy(partOfSix(2, 3))).weights();

        assertThat(weights.tensors().get("w").toFloats()).containsExactly(4, 5);
        assertRefused(legacy(partOfSix(4, 3)), "a part lies outside of storage 0");
    }

    /** Two storages of one place: each fits into the file, both together do not. */
    @Test
    void storagesThatOverlapAreRefused() throws IOException {
        Pickle index = new Pickle().dictionary().mark();
        index.text("w").tensor("0", 1000).text("v").tensor("1", 1000).setItems();
        Map<String, float[]> values = new TreeMap<>();
        values.put("0", new float[1000]);
        values.put("1", new float[1000]);
        Path file = TorchFiles.zip(folder.resolve("overlap.pth"), index, values);
        assertThat(WeightFiles.read(file).weights().tensors()).hasSize(2);

        TorchFiles.overlapLastTwo(file);

        assertThatThrownBy(() -> WeightFiles.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining("storage 1 claims 4000 bytes of a file of ");
    }

    @Test
    void missingFilesFoldersAndOtherFormatsAreNamed() throws IOException {
        assertThatThrownBy(() -> WeightFiles.read(folder.resolve("none")))
                .isInstanceOf(ModanException.class)
                .hasMessage("no weights at %s; check the path".formatted(folder.resolve("none")));
        assertRefused(folder, "Is a directory");
        assertRefused(file("short", 1, 2, 3), "it has only 3 bytes");
        assertRefused(
                Files.writeString(folder.resolve("page"), "<html>404 Not Found</html>"),
                "it begins as neither safetensors nor what torch.save writes");
        assertRefused(
                file("keras.h5", 0x89, 'H', 'D', 'F', 13, 10, 26, 10, 0),
                "it is an HDF5 file, as Keras writes; export it from PyTorch");
        assertRefused(
                Files.write(folder.resolve("a.pkl"), new Pickle().text("some text").stop()),
                "it is a pickle, but not one of PyTorch's");
        assertRefused(
                TorchFiles.zip(folder.resolve("a.docx"), Map.of("word/document.xml", new byte[9])),
                "it is a zip with 0 files data.pkl, where PyTorch's has one");
        assertRefused(
                TorchFiles.zip(
                        folder.resolve("script.pt"),
                        Map.of("a/data.pkl", new byte[9], "a/constants.pkl", new byte[9])),
                "it holds a TorchScript program, no state_dict");
        assertRefused(
                TorchFiles.zip(
                        folder.resolve("big.pt"),
                        Map.of(
                                "a/data.pkl",
                                new byte[9],
                                "a/byteorder",
                                "big".getBytes(StandardCharsets.US_ASCII))),
                "its values are not in little-endian order");
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 1L << 40, Long.MAX_VALUE / 4})
    void aStorageIsNotWhatItClaims(long count) throws IOException {
        Pickle index = new Pickle().dictionary().mark();
        index.text("w").view("0", "FloatStorage", count, 0, longs(count), longs(1)).setItems();

        assertThatThrownBy(() -> WeightFiles.read(zip(index)))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining(" is damaged or no weight file: ");
        assertThatThrownBy(() -> WeightFiles.read(legacy(index)))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining(" is damaged or no weight file: it ");
    }

    @Test
    void aTensorMustLieInItsStorage() throws IOException {
        assertViewRefused(
                0, longs(7), longs(1), "a tensor of shape (7) lies outside of its storage");
        assertViewRefused(
                6, longs(1), longs(1), "a tensor of shape (1) lies outside of its storage");
        assertViewRefused(-1, longs(1), longs(1), "a tensor has a negative size, stride or offset");
        assertViewRefused(5, longs(2), longs(-1), "a tensor has a negative size, stride or offset");
        assertViewRefused(0, longs(-2), longs(1), "a tensor has a negative size, stride or offset");
        assertViewRefused(0, longs(2), longs(1, 1), "a tensor has 1 sizes and 2 strides");
        assertViewRefused(Long.MAX_VALUE, longs(2), longs(1), "its index is malformed");
        assertViewRefused(0, longs(1L << 40, 1L << 40), longs(0, 0), "its index is malformed");
    }

    /** Four hundred bytes that describe terabytes. */
    @Test
    void aRepeatedValueDoesNotTakeMoreMemoryThanItsFileWarrants() throws IOException {
        Pickle index = new Pickle().dictionary().mark();
        index.text("w").view("0", "FloatStorage", 6, 0, longs(1L << 40), longs(0)).setItems();

        assertThatThrownBy(() -> WeightFiles.read(zip(index)))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining("its tensors would take more than 8 times its ");
    }

    @Test
    void valuesThatChangedSinceTheyWereWrittenAreNoticed() throws IOException {
        Path file = zip(new Pickle().dictionary().mark().text("w").tensor("0", 6).setItems());
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int values = text.indexOf(new String(TorchFiles.bytes(1, 2), StandardCharsets.ISO_8859_1));
        bytes[values] ^= 1;
        Files.write(file, bytes);

        assertRefused(file, "data/0 does not have the checksum it was written with");
    }

    @Test
    void textInAZipThatIsNotUtf8IsNoticed() throws IOException {
        Path file = folder.resolve("text.pth");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry entry = new ZipEntry("a/data.pkl");
            entry.setComment("##");
            zip.putNextEntry(entry);
        }
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("##", "\u00ff\u00ff"), StandardCharsets.ISO_8859_1);

        assertRefused(file, "its list of files is malformed");
    }

    @Test
    void namesThatWouldSteerATerminalAreRefused() throws IOException {
        Path file =
                zip(new Pickle().dictionary().mark().text("w\u001b[2J").tensor("0", 6).setItems());

        assertRefused(file, "a tensor's name has control characters");
    }

    /** The second and third value of a part. */
    private static Pickle partOfSix(int first, int count) {
        Pickle index = new Pickle().dictionary().mark().text("w");
        index.global("torch._utils", "_rebuild_tensor").mark().mark();
        index.text("storage").global("torch", "FloatStorage").text("0").text("cpu").number(6);
        index.mark().text("1").number(first).number(count).tuple().tuple().raw('Q');
        index.number(1).mark().number(2).tuple().mark().number(1).tuple().tuple().reduce();
        return index.setItems();
    }

    private void assertViewRefused(long offset, long[] sizes, long[] strides, String reason)
            throws IOException {
        Pickle index = new Pickle().dictionary().mark();
        index.text("w").view("0", "FloatStorage", 6, offset, sizes, strides).setItems();
        assertRefused(zip(index), reason);
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> WeightFiles.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "%s is damaged or no weight file: %s; fetch or export it again"
                                .formatted(file, reason))
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
    }

    private Iterable<String> namesRead(String... names) throws IOException {
        Pickle index = new Pickle().dictionary().mark();
        for (String name : names) {
            index.text(name).tensor("0", 6);
        }
        return WeightFiles.read(zip(index.setItems())).weights().tensors().keySet();
    }

    private Path zip(Pickle index) throws IOException {
        return TorchFiles.zip(folder.resolve("weights.pth"), index, new TreeMap<>(VALUES));
    }

    private Path legacy(Pickle index) throws IOException {
        return TorchFiles.legacy(folder.resolve("legacy.pth"), index, VALUES);
    }

    private Path file(String name, int... content) throws IOException {
        byte[] bytes = new byte[content.length];
        for (int i = 0; i < content.length; i++) {
            bytes[i] = (byte) content[i];
        }
        return Files.write(folder.resolve(name), bytes);
    }

    private static long[] longs(long... numbers) {
        return numbers;
    }
}
