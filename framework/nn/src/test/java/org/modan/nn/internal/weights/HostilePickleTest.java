/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

class HostilePickleTest {

    @TempDir private Path folder;

    /** What runs commands in Python, and all that the pickle library would make of its own. */
    @ParameterizedTest
    @CsvSource({
        "posix,system",
        "os,system",
        "subprocess,Popen",
        "builtins,eval",
        "builtins,getattr",
        "builtins,bytearray",
        "builtins,set",
        "builtins,complex",
        "builtins,ValueError",
        "__builtin__,bytes",
        "exceptions,IOError",
        "array,array",
        "array,_array_reconstructor",
        "datetime,datetime",
        "datetime,timedelta",
        "pytz,timezone",
        "dateutil.tz,tzfile",
        "dateutil.zoneinfo,gettz",
        "decimal,Decimal",
        "copy_reg,_reconstructor",
        "operator,attrgetter",
        "_codecs,encode",
        "argparse,Namespace",
        "numpy.core.multiarray,scalar",
        "torch,load",
        "torch._utils,_rebuild_tensor_v3",
        "torch.storage,UntypedStorage",
        "collections,OrderedDict.fromkeys",
        "torch,nn.parameter.Parameter.register_hook"
    })
    void everyOtherNameIsRefusedHoweverItIsWritten(String module, String name) throws IOException {
        String full = module + "." + name;
        assertNamed(full, zip(new Pickle().global(module, name)));
        assertNamed(full, zip(new Pickle().text(module).text(name).raw(0x93)));
        assertNamed(
                full, zip(new Pickle().mark().text("touch x").raw('i').line(module).line(name)));
        assertNamed(
                full,
                TorchFiles.legacy(
                        folder.resolve("legacy.pth"), new Pickle().global(module, name), Map.of()));
    }

    @Test
    void aWholePickledModelIsRefusedToo() throws IOException {
        Pickle index = new Pickle().mark().text("module").text("class Net").tuple().raw('Q');

        assertNamed("module", zip(index));
    }

    @Test
    void aNameIsShownWithoutWhatATerminalWouldObey() throws IOException {
        assertNamed(
                "posix.?[2J" + "x".repeat(70),
                zip(new Pickle().global("posix", "\u001b[2J" + "x".repeat(999))));
    }

    @Test
    void whoeverTrustsACheckpointIsToldHowToSaveItsWeightsAlone() throws IOException {
        Pickle lightning = new Pickle().dictionary().mark();
        lightning.text("state_dict").dictionary();
        lightning.text("args").global("argparse", "Namespace").raw(')', 'R').setItems();
        Pickle late = new Pickle().dictionary().mark();
        late.text("best").global("numpy.core.multiarray", "scalar").raw(')', 'R');
        late.raw(0x8c, 5).raw(new byte[] {'m', 'o', 'd', 'e', 'l'}).dictionary().setItems();
        Pickle whole = new Pickle().global("torchvision.models.resnet", "ResNet");
        whole.raw(')', 'R').dictionary().mark().text("_modules").dictionary().setItems().raw('b');

        assertRemedy("argparse.Namespace", "[\"state_dict\"]", lightning);
        assertRemedy("numpy.core.multiarray.scalar", "[\"model\"]", late);
        assertRemedy("torchvision.models.resnet.ResNet", ".state_dict()", whole);
    }

    @Test
    void nobodyIsToldToLoadWhatAttacks() throws IOException {
        Path file = zip(new Pickle().text("state_dict").global("posix", "system"));

        assertThatThrownBy(() -> WeightFiles.read(file))
                .hasMessageEndingWith("it is refused. Use a file that holds a state_dict alone")
                .hasMessageNotContaining("weights_only");
    }

    private void assertRemedy(String name, String weights, Pickle index) throws IOException {
        Path file = zip(index);
        assertThatThrownBy(() -> WeightFiles.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "%s asks to run %s, which no weight file needs; it is refused. If you trust the file, and only then, save its weights alone with Python: import torch; torch.save(torch.load(\"%s\", map_location=\"cpu\", weights_only=False)%s, \"weights.pth\")"
                                .formatted(file, name, file, weights));
    }

    /** Among them those that look up names by number, call a method, or copy what is there. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x82, 0x83, 0x84, 'o', 'd', 'l', 'I', 'L', 'F', 'S', 'V', 'P', '2', '1', '0', 0x8b,
                0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x92, 0x96, 0x97, 0x98, 0xff, 0
            })
    void instructionsThatNoWeightFileNeedsAreRefused(int instruction) throws IOException {
        assertMalformed(
                "its index has instruction %d, which no weight file needs".formatted(instruction),
                new Pickle().dictionary().raw(instruction, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void whatCannotBeCalledIsNotCalled() throws IOException {
        assertMalformed("its index is malformed", new Pickle().text("posix").raw(')', 'R'));
        assertMalformed(
                "its index is malformed", new Pickle().global("torch", "float32").raw(')', 'R'));
        assertMalformed(
                "its index is malformed",
                new Pickle().global("torch", "FloatStorage").raw(')', 'R'));
        assertMalformed("its index is malformed", new Pickle().raw('t'));
        assertMalformed("its index is malformed", new Pickle().raw(')', 'R'));
    }

    @Test
    void lengthsThatLieAreNoticedBeforeMemoryIsAskedFor() throws IOException {
        for (int instruction : new int[] {'X', 'T', 'B'}) {
            assertMalformed(
                    "its index ends too early",
                    new Pickle().raw(instruction, 0xff, 0xff, 0xff, 0x7f));
            assertMalformed(
                    "its index ends too early",
                    new Pickle().raw(instruction, 0xff, 0xff, 0xff, 0xff));
        }
    }

    @Test
    void dictionariesWithKeysThatHoldThemselvesAreRefused() throws IOException {
        assertMalformed(
                "a dictionary's key is no text, number or tuple",
                new Pickle().dictionary().list().raw('q', 0, 'h', 0, 'a').none().raw('s'));
    }

    @Test
    void deepNestingIsNoDanger() throws IOException {
        Pickle index = new Pickle();
        for (int depth = 0; depth < 1_000_000; depth++) {
            index.raw(']');
        }
        for (int depth = 1; depth < 1_000_000; depth++) {
            index.raw('a');
        }

        assertMalformed("it holds no dictionary of tensors", index);
    }

    @Test
    void anIndexTooLongToBeOneIsNotRead() throws IOException {
        byte[] index = new byte[(16 << 20) + 1];

        assertThatThrownBy(
                        () ->
                                WeightFiles.read(
                                        TorchFiles.zip(
                                                folder.resolve("long.pth"),
                                                Map.of("a/data.pkl", index))))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining(
                        "data.pkl has 16777217 bytes, and 16777216 at most are expected");
    }

    @Test
    void compressedEntriesAreNotUnpacked() throws IOException {
        Path file = folder.resolve("bomb.pth");
        TorchFiles.deflatedZip(file, "a/data.pkl", new byte[10_000_000]);
        assertThat(Files.size(file)).isLessThan(20_000);

        assertThatThrownBy(() -> WeightFiles.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining("data.pkl is compressed, which PyTorch's files are not");
    }

    private static void assertNamed(String name, Path file) {
        assertThatThrownBy(() -> WeightFiles.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith(
                        "%s asks to run %s, which no weight file needs; it is refused. "
                                .formatted(file, name))
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
    }

    private void assertMalformed(String reason, Pickle index) throws IOException {
        Path file = zip(index);
        assertThatThrownBy(() -> WeightFiles.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "%s is damaged or no weight file: %s; fetch or export it again"
                                .formatted(file, reason));
    }

    private Path zip(Pickle index) throws IOException {
        return TorchFiles.zip(folder.resolve("weights.pth"), index, Map.of());
    }
}
