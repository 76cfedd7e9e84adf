/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources held in memory to class files held in memory. */
final class SourceCompiler {

    private SourceCompiler() {}

    /**
     * @param sources source text by class name
     * @param classPath all that the sources see beside the platform, the first of a name first
     * @return class files by their path in a jar
     * @throws IllegalArgumentException if the sources do not compile; the message says where
     */
    static SortedMap<String, byte[]> compile(Map<String, String> sources, List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("building plugin jars needs a JDK, not only a JRE");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard =
                        compiler.getStandardFileManager(
                                diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                MemoryOutput output = new MemoryOutput(standard)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            Collection<Source> units =
                    sources.entrySet().stream()
                            .map(entry -> new Source(entry.getKey(), entry.getValue()))
                            .toList();
            List<String> options = List.of("-proc:none");
            if (!compiler.getTask(null, output, diagnostics, options, null, units).call()) {
                throw new IllegalArgumentException("does not compile: " + errors(diagnostics));
            }
            return output.classFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this process was started with. */
    static List<Path> ownClassPath() {
        String own = System.getProperty("java.class.path");
        return Stream.of(own.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static String errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String path) {
            super(URI.create("memory:///" + path), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class MemoryOutput extends ForwardingJavaFileManager<JavaFileManager> {

        private final SortedMap<String, ClassFile> files = new TreeMap<>();

        MemoryOutput(JavaFileManager inputs) {
            super(inputs);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String path = className.replace('.', '/') + kind.extension;
            return files.computeIfAbsent(path, ClassFile::new);
        }

        SortedMap<String, byte[]> classFiles() {
            SortedMap<String, byte[]> contents = new TreeMap<>();
            files.forEach((path, file) -> contents.put(path, file.bytes.toByteArray()));
            return contents;
        }
    }
}
