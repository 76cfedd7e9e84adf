/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.architecture;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * All that a plugin can name of spi and nn, as the compiler sees it: each type and member with its
 * Javadoc, which class files have none of.
 */
final class PluginContract {

    private static final Path ROOT = Path.of(System.getProperty("modan.root"));
    private static final List<String> MODULES = List.of("spi", "nn");
    private static final Set<Modifier> VISIBLE = Set.of(Modifier.PUBLIC, Modifier.PROTECTED);

    private final SortedMap<String, Optional<String>> docs;

    private PluginContract(SortedMap<String, Optional<String>> docs) {
        this.docs = docs;
    }

    /** As it stands in the sources. */
    static PluginContract today() {
        return read(
                List.of(),
                MODULES.stream().flatMap(PluginContract::sources).toList(),
                MODULES.stream().flatMap(PluginContract::typesOf).toList());
    }

    /** As it was closed. */
    static PluginContract ofVersion(String version) {
        List<Path> jars = MODULES.stream().map(module -> baseline(module, version)).toList();
        return read(jars, List.of(), jars.stream().flatMap(PluginContract::typesIn).toList());
    }

    static Path baseline(String module, String version) {
        return ROOT.resolve("framework/baselines/modan-%s-%s.jar".formatted(module, version));
    }

    /**
     * Types by their full name, members by {@code Type#member(erased types)}; with their Javadoc.
     */
    SortedMap<String, Optional<String>> docs() {
        return docs;
    }

    private static PluginContract read(List<Path> jars, List<Path> sources, List<String> types) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    Stream.concat(jars.stream(), libraries()).toList());
            List<JavaFileObject> units = new ArrayList<>(List.of(new NoSource()));
            files.getJavaFileObjectsFromPaths(sources).forEach(units::add);
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            task.parse();
            SortedMap<String, Optional<String>> found = new TreeMap<>();
            for (String name : types) {
                collect(task.getElements().getTypeElement(name), task, found);
            }
            return new PluginContract(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(
            TypeElement type, JavacTask task, Map<String, Optional<String>> found) {
        if (!isVisible(type)) {
            return;
        }
        Elements elements = task.getElements();
        String name = type.getQualifiedName().toString();
        found.put(name, Optional.ofNullable(elements.getDocComment(type)));
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof TypeElement nested) {
                collect(nested, task, found);
            } else if (isVisible(member)) {
                found.put(
                        name + "#" + signature(member, task),
                        Optional.ofNullable(elements.getDocComment(member)));
            }
        }
    }

    private static boolean isVisible(Element element) {
        return element.getModifiers().stream().anyMatch(VISIBLE::contains);
    }

    private static String signature(Element member, JavacTask task) {
        if (!(member instanceof ExecutableElement method)) {
            return member.getSimpleName().toString();
        }
        return method.getParameters().stream()
                .map(parameter -> task.getTypes().erasure(parameter.asType()).toString())
                .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
    }

    /** This test's class path without the modules themselves: two of one class would be there. */
    private static Stream<Path> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> MODULES.stream().noneMatch(module -> isOf(module, entry)))
                .map(Path::of);
    }

    private static boolean isOf(String module, String entry) {
        String path = entry.replace(File.separatorChar, '/');
        return path.contains("framework/" + module + "/") || path.contains("/modan-" + module);
    }

    private static Path sourceFolder(String module) {
        return ROOT.resolve("framework").resolve(module).resolve("src/main/java");
    }

    private static Stream<Path> sources(String module) {
        try (Stream<Path> files = Files.walk(sourceFolder(module))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> typesOf(String module) {
        Path folder = sourceFolder(module);
        return sources(module)
                .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
                .flatMap(file -> typeName(file, ".java"));
    }

    private static Stream<String> typesIn(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !name.contains("$"))
                    .flatMap(name -> typeName(name, ".class"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a top-level type that plugins reach. */
    private static Stream<String> typeName(String path, String ending) {
        boolean isType =
                path.endsWith(ending)
                        && !path.contains("/internal/")
                        && !path.endsWith("package-info" + ending);
        return isType
                ? Stream.of(path.substring(0, path.length() - ending.length()).replace('/', '.'))
                : Stream.empty();
    }

    /** The compiler wants one, also where it only reads class files. */
    private static final class NoSource extends SimpleJavaFileObject {

        NoSource() {
            super(URI.create("memory:///NoSource.java"), Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "";
        }
    }
}
