/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.runtime.data.Unreadable;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.TestPlugins;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Whatever a plugin's code throws once it is loaded, and wherever it runs. */
class PluginCallTest {

    private static final String REPORT = "report this to the plugin's author";

    @TempDir Path folder;
    private PluginLoading loading;

    @AfterEach
    void close() {
        loading.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new IllegalStateException(\"no license\");"
                        + "|IllegalStateException: no license",
                "throw new AssertionError(\"never\");|AssertionError: never",
                "return toString();|StackOverflowError",
                "return String.valueOf(((Object) null).hashCode());"
                        + "|NullPointerException: Cannot invoke \"Object.hashCode()\"",
                "throw new LinkageError(\"loader\");|LinkageError: loader",
                "throw TestPlugin.<RuntimeException>undeclared(new java.io.IOException(\"gone\"));"
                        + "|IOException: gone",
                "throw new IllegalStateException() { public String getMessage() {"
                        + " throw new IllegalStateException(\"no message\"); } };"
                        + "|IllegalStateException; "
            })
    void isToldWithThePluginItsJarTheCauseAndTheRemedy(String body, String cause) {
        LoadedPlugin plugin = plugin(body);

        assertThatThrownBy(() -> PluginCall.within(() -> plugin.plugin().toString()))
                .isInstanceOfSatisfying(
                        ModanException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN))
                .hasMessageStartingWith("plugin acme 1.0.0 (%s): ".formatted(plugin.jar()))
                .hasMessageContaining(cause.strip())
                .hasMessageEndingWith("; " + REPORT);
    }

    @Test
    void whatAPluginSetsForTheWholeProcessIsPutBack() {
        LoadedPlugin plugin =
                plugin(
                        "java.util.Locale.setDefault(java.util.Locale.GERMANY);"
                                + " java.util.TimeZone.setDefault("
                                + "java.util.TimeZone.getTimeZone(\"Asia/Kathmandu\"));"
                                + " return \"%.1f\".formatted(0.5);");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();

        assertThat(PluginCall.puttingBackDefaults(() -> plugin.plugin().toString()))
                .isEqualTo("0,5");

        assertThat(Locale.getDefault()).isEqualTo(locale);
        assertThat(TimeZone.getDefault()).isEqualTo(zone);
        assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(locale);
    }

    @Test
    void isThePluginsOnOtherThreadsToo() {
        LoadedPlugin plugin = plugin("throw new IllegalStateException(\"no license\");");

        assertThatThrownBy(
                        () ->
                                PluginCall.within(
                                        () ->
                                                IntStream.range(0, 64)
                                                        .parallel()
                                                        .mapToObj(i -> plugin.plugin().toString())
                                                        .toList()))
                .hasMessage(
                        "plugin acme 1.0.0 (%s): IllegalStateException: no license; %s"
                                .formatted(plugin.jar(), REPORT));
    }

    @Test
    void aClassThatIsMissingAtFirstUseIsNamedWithWhatToDo() throws IOException {
        Path library = TestPlugins.greetings("1").writeTo(folder.resolve("libraries"));
        TestPlugins.greeting("acme", library).writeTo(folder.resolve("plugins"));
        loading = TestPlugins.load(folder.resolve("plugins"));
        LoadedPlugin plugin = loading.plugins().get(0);

        assertThatThrownBy(() -> PluginCall.within(() -> plugin.plugin().toString()))
                .hasMessage(
                        "plugin acme 1.0.0 (%s): the class greet.Greeting is missing; put the library"
                                        .formatted(plugin.jar())
                                + " that has it beside the plugin's jar, in a folder of their own; a"
                                + " plugin shares only org.modan.spi, org.modan.nn, ai.djl, org.slf4j"
                                + " with Modan");
    }

    @Test
    void aClassThatCouldNotBeInitialisedIsToldWithTheCauseEachTime() {
        LoadedPlugin plugin =
                plugin(
                        "return Late.VALUE; }"
                                + " static class Late { static final String VALUE = read();"
                                + " static String read() {"
                                + " throw new IllegalStateException(\"no license\"); }");
        String message =
                "plugin acme 1.0.0 (%s): IllegalStateException: no license; %s"
                        .formatted(plugin.jar(), REPORT);

        for (int use = 0; use < 2; use++) {
            assertThatThrownBy(() -> PluginCall.within(() -> plugin.plugin().toString()))
                    .hasMessage(message);
        }
    }

    @Test
    void anImageItFailsOnIsUnreadableForThatReason() {
        LoadedPlugin plugin = plugin("throw new ArrayIndexOutOfBoundsException(5);");

        assertThat(
                        Unreadable.reason(
                                catchThrowableOfType(
                                        RuntimeException.class, () -> plugin.plugin().toString())))
                .isEqualTo(
                        "plugin acme 1.0.0 (%s): ArrayIndexOutOfBoundsException: Array index out of"
                                        .formatted(plugin.jar())
                                + " range: 5; "
                                + REPORT);
    }

    @Test
    void whatAPluginSaysToItsUserStaysAsItIs() {
        LoadedPlugin plugin =
                plugin("throw new ModanException(ErrorCode.DATASET, \"set the root\");");

        assertThatThrownBy(() -> PluginCall.within(() -> plugin.plugin().toString()))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessage("set the root");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.concurrent.CancellationException(\"interrupted\")",
                "OutOfMemoryError(\"Java heap space\")",
                "IllegalStateException(\"CUDA out of memory. Tried to allocate 2 GiB\")"
            })
    void interruptionsAndWantOfMemoryAreNoMistakeOfAPlugin(String thrown) {
        LoadedPlugin plugin = plugin("throw new %s;".formatted(thrown));

        assertThat(catchThrowable(() -> PluginCall.within(() -> plugin.plugin().toString())))
                .isNotInstanceOf(ModanException.class)
                .isInstanceOfAny(
                        CancellationException.class,
                        OutOfMemoryError.class,
                        IllegalStateException.class);
    }

    @Test
    void theHostsOwnMistakesAreNobodyElses() {
        plugin("return \"\";");

        assertThatThrownBy(
                        () ->
                                PluginCall.within(
                                        () -> {
                                            throw new IllegalStateException("fold 7 of 5");
                                        }))
                .isExactlyInstanceOf(IllegalStateException.class);
    }

    private LoadedPlugin plugin(String body) {
        TestPlugins.withBody(
                        "acme",
                        """
                        public String id() { return "acme"; }
                        @Override public String toString() { %s }
                        @SuppressWarnings("unchecked")
                        static <T extends Throwable> T undeclared(Throwable checked) throws T {
                            throw (T) checked;
                        }
                        """
                                .formatted(body))
                .writeTo(folder);
        loading = TestPlugins.load(folder);
        return loading.plugins().get(0);
    }
}
