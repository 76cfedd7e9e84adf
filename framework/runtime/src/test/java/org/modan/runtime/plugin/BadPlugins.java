/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.testkit.CorruptJar;
import org.modan.testkit.PluginJar;

/** Every way of being a bad plugin that is noticed while plugins are found, each once. */
final class BadPlugins {

    private static final String ID = "public String id() { return \"acme\"; }";

    private BadPlugins() {}

    /** Puts bad plugins into a folder. */
    interface Maker {
        void into(Path folder) throws IOException;
    }

    /** By what is wrong. */
    static Map<String, Maker> all() {
        Map<String, Maker> all = new LinkedHashMap<>();
        all.putAll(files());
        all.putAll(manifests());
        all.putAll(classes());
        all.putAll(javaErrors());
        all.putAll(names());
        return all;
    }

    private static Map<String, Maker> files() {
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put("not a jar", folder -> CorruptJar.text(folder, "acme.jar"));
        makers.put("no service file", folder -> TestPlugins.greetings("1").writeTo(folder));
        makers.put(
                "empty service file",
                folder -> PluginJar.plugin("acme").provider("# later").writeTo(folder));
        makers.put(
                "two providers",
                folder -> TestPlugins.empty("acme").provider("acme.Second").writeTo(folder));
        makers.put(
                "DJL packed in",
                folder ->
                        TestPlugins.empty("acme")
                                .resource("ai/djl/Device.class", "copy")
                                .writeTo(folder));
        makers.put("empty folder", folder -> Files.createDirectories(folder.resolve("acme")));
        makers.put(
                "folder of libraries",
                folder -> {
                    TestPlugins.greetings("1").writeTo(folder.resolve("acme"));
                    TestPlugins.greetings("2").writeTo(folder.resolve("acme"));
                });
        makers.put(
                "folder of two plugins",
                folder -> {
                    TestPlugins.empty("first").writeTo(folder.resolve("acme"));
                    TestPlugins.empty("second").writeTo(folder.resolve("acme"));
                });
        makers.put("archive", folder -> Files.writeString(folder.resolve("acme.zip"), "anything"));
        makers.put(
                "file in place of a folder",
                folder -> {
                    Files.delete(folder);
                    Files.writeString(folder, "anything");
                });
        makers.put("no folder", Files::delete);
        return makers;
    }

    private static Map<String, Maker> manifests() {
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put(
                "no attribute",
                folder ->
                        TestPlugins.empty("acme").withoutAttribute("Spi-Version").writeTo(folder));
        makers.put("id that is no name", attribute("Plugin-Id", "Acme Plugin"));
        makers.put("SPI version of another form", attribute("Spi-Version", "1"));
        makers.put("newer SPI", attribute("Spi-Version", "2.0"));
        makers.put("older SPI", attribute("Spi-Version", "0.9"));
        makers.put("another id", attribute("Plugin-Id", "emca"));
        return makers;
    }

    private static Map<String, Maker> classes() {
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put(
                "missing provider",
                folder -> PluginJar.plugin("acme").provider("acme.Missing").writeTo(folder));
        makers.put(
                "abstract", declaration("public abstract class TestPlugin implements Plugin {}"));
        makers.put(
                "not public",
                declaration(
                        "class TestPlugin implements Plugin { public TestPlugin() {} "
                                + ID
                                + " }"));
        makers.put("no constructor", body("TestPlugin() {} " + ID));
        makers.put(
                "throwing constructor",
                body("public TestPlugin() { throw new IllegalStateException(); } " + ID));
        makers.put("id that is null", body("public String id() { return null; }"));
        makers.put(
                "list that is null",
                body(
                        ID
                                + " @Override public List<EvaluatorFactory> evaluators() { return null; }"));
        makers.put(
                "name that is none",
                folder -> TestPlugins.withEvaluators("acme", "My Probe").writeTo(folder));
        return makers;
    }

    private static Map<String, Maker> javaErrors() {
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put("missing library", folder -> greeting(folder).writeTo(folder));
        makers.put(
                "class of the runtime",
                body(
                        "public String id() { return \"\" + org.modan.runtime.plugin.SpiVersion.HOST; }"));
        makers.put("another version of a library", BadPlugins::withAnotherLibrary);
        byte[] newer = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 3, 0};
        makers.put("newer Java", classFile(newer));
        makers.put("damaged class", classFile(new byte[] {1, 2, 3, 4}));
        makers.put("native library loaded twice", BadPlugins::withOneNativeLibrary);
        makers.put(
                "missing native library",
                body("static { System.loadLibrary(\"acme-fast\"); } " + ID));
        makers.put("exit", body("public TestPlugin() { System.exit(3); } " + ID));
        return makers;
    }

    private static Map<String, Maker> names() {
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put(
                "one id twice",
                folder -> {
                    TestPlugins.empty("acme").writeTo(folder);
                    TestPlugins.empty("acme").writeDirectory(folder);
                });
        makers.put(
                "one name twice",
                folder -> {
                    TestPlugins.withEvaluators("first", "knn").writeTo(folder);
                    TestPlugins.withEvaluators("second", "knn").writeTo(folder);
                });
        makers.put(
                "one name twice in one plugin",
                folder -> TestPlugins.withEvaluators("acme", "knn", "knn").writeTo(folder));
        return makers;
    }

    private static void withAnotherLibrary(Path folder) throws IOException {
        Path directory = greeting(folder).writeDirectory(folder);
        Files.delete(directory.resolve("greetings-1.jar"));
        PluginJar.library("greetings-2")
                .source("greet.Greeting", "package greet; public class Greeting {}")
                .writeTo(directory);
    }

    /** Where no plugin is looked for: what starts with a dot is passed over. */
    private static PluginJar greeting(Path folder) {
        Path library = TestPlugins.greetings("1").writeTo(folder.resolve(".libraries"));
        return TestPlugins.withBody("acme", "public String id() { return greet.Greeting.text(); }")
                .uses(library);
    }

    private static void withOneNativeLibrary(Path folder) throws IOException {
        String name = System.mapLibraryName("prefs");
        Path library = folder.resolve(name);
        Files.copy(Path.of(System.getProperty("java.home"), "lib", name), library);
        for (String id : List.of("first", "second")) {
            TestPlugins.withBody(
                            id,
                            "static { System.load(\"%s\"); } public String id() { return \"%s\"; }"
                                    .formatted(library, id))
                    .writeTo(folder);
        }
    }

    private static Maker attribute(String name, String value) {
        return folder -> TestPlugins.empty("acme").attribute(name, value).writeTo(folder);
    }

    private static Maker declaration(String source) {
        return folder -> TestPlugins.withClass("acme", source).writeTo(folder);
    }

    private static Maker body(String members) {
        return folder -> TestPlugins.withBody("acme", members).writeTo(folder);
    }

    private static Maker classFile(byte[] content) {
        return folder ->
                PluginJar.plugin("acme")
                        .provider("acme.TestPlugin")
                        .resource("acme/TestPlugin.class", content)
                        .writeTo(folder);
    }
}
