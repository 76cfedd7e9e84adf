/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.exit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modan.runtime.plugin.PluginName;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.runtime.plugin.loading.PluginClassLoader;
import org.modan.testkit.PluginJar;

/** A call that got through would end these tests. */
class ExitCallsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "System.exit(code);|System.exit(3)",
                "Runtime.getRuntime().exit(code);|Runtime.exit(3)",
                "Runtime.getRuntime().halt(code);|Runtime.halt(3)",
                "long wide = code; if (wide > 1) { System.exit((int) wide); }|System.exit(3)",
                "java.util.stream.IntStream.of(code).forEach(System::exit);|System.exit(3)",
                "java.util.stream.IntStream.of(code).forEach(Runtime.getRuntime()::halt);"
                        + "|Runtime.halt(3)",
                "Runnable later = () -> Runtime.getRuntime().exit(code); later.run();"
                        + "|Runtime.exit(3)",
                "Ends.inAnInterface(code);|System.exit(3)",
                "try { System.exit(code); } catch (Exception e) { return; }|System.exit(3)"
            })
    void everyWayToEndTheProcessBecomesAnErrorOfThePlugin(String body, String call)
            throws Exception {
        Throwable thrown = thrownBy(body);

        assertThat(PluginCall.blamed(thrown).map(Throwable::getMessage))
                .contains(
                        ("plugin acme 1.0.0 (%s): it calls %s, which would end Modan with all"
                                        + " that it is doing; report this to the plugin's author: a"
                                        + " plugin throws a ModanException instead")
                                .formatted(folder.resolve("ends.jar"), call));
    }

    @Test
    void otherMethodsOfThatNameAreLeftAlone() throws Exception {
        Throwable thrown =
                thrownBy(
                        "class Other { void exit(int i) { throw new IllegalStateException(); } }"
                                + " new Other().exit(code);");

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClassThatIsRewrittenKnowsItsJarAndItsPackage() throws Exception {
        Path jar = jar("if (code > 3) { System.exit(code); }");
        try (PluginClassLoader loader = loader(jar)) {
            Class<?> ends = loader.loadClass("acme.Ends");

            URL location = ends.getProtectionDomain().getCodeSource().getLocation();
            assertThat(location).isEqualTo(jar.toUri().toURL());
            assertThat(ends.getPackage().getImplementationVersion()).isEqualTo("2.5");
            assertThat(loader.loadClass("acme.Neighbour").getPackage())
                    .isEqualTo(ends.getPackage());
        }
    }

    @Test
    void aClassThatIsRewrittenIsStillSigned() throws Exception {
        Path jar = jar("if (code > 3) { System.exit(code); }");
        sign(jar);

        try (PluginClassLoader loader = loader(jar)) {
            Object[] signers = loader.loadClass("acme.Neighbour").getSigners();

            assertThat(signers).isNotEmpty();
            assertThat(loader.loadClass("acme.Ends").getSigners()).isEqualTo(signers);
        }
    }

    @Test
    void aFileThatIsNoClassIsLeftToTheVirtualMachine() {
        assertThat(ExitCalls.replacedIn("no class".getBytes(UTF_8))).isEmpty();
        assertThat(ExitCalls.replacedIn(new byte[0])).isEmpty();
    }

    private Throwable thrownBy(String body) throws Exception {
        try (PluginClassLoader loader = loader(jar(body))) {
            IntConsumer ends =
                    (IntConsumer)
                            loader.loadClass("acme.Ends").getDeclaredConstructor().newInstance();
            return catchThrowable(() -> ends.accept(3));
        }
    }

    private Path jar(String body) {
        return PluginJar.library("ends")
                .attribute("Implementation-Version", "2.5")
                .attribute("Sealed", "true")
                .source("acme.Neighbour", "package acme; public class Neighbour {}")
                .source(
                        "acme.Ends",
                        """
                        package acme;
                        public class Ends implements java.util.function.IntConsumer {
                            @Override public void accept(int code) { %s }
                            interface Ending {
                                static void end(int code) { System.exit(code); }
                            }
                            static void inAnInterface(int code) { Ending.end(code); }
                        }
                        """
                                .formatted(body))
                .writeTo(folder);
    }

    private void sign(Path jar) throws Exception {
        String keys = folder.resolve("keys").toString();
        List<String> store = List.of("-keystore", keys, "-storepass", "secret");
        tool("keytool", store, "-genkeypair", "-alias", "acme", "-keyalg", "EC", "-dname", "CN=A");
        tool("jarsigner", store, jar.toString(), "acme");
    }

    private static void tool(String name, List<String> store, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
        command.addAll(store);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static PluginClassLoader loader(Path jar) {
        return new PluginClassLoader(
                new PluginName("acme", "1.0.0", jar),
                List.of(jar),
                ExitCallsTest.class.getClassLoader());
    }
}
