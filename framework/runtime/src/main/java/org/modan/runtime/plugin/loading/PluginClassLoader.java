/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.loading;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.modan.runtime.plugin.HostPackages;
import org.modan.runtime.plugin.PluginName;
import org.modan.runtime.plugin.exit.ExitCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads one plugin: the Java platform and the packages of {@link HostPackages} come from the host,
 * everything else from the plugin's own jars, so two plugins may bring two versions of one library.
 * Resources come from the platform and the plugin only; the host's service files stay out of sight.
 * Classes lose their calls that end the process.
 *
 * <p>This keeps plugins from disturbing each other; it is no protection against a hostile one.
 */
public final class PluginClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final Logger LOG = LoggerFactory.getLogger(PluginClassLoader.class);

    private final PluginName plugin;
    private final ClassLoader host;

    /**
     * @param plugin shown in stack traces
     * @param jars the plugin's jar and its libraries, in the order they are searched
     * @param host where shared packages are loaded from
     */
    public PluginClassLoader(PluginName plugin, List<Path> jars, ClassLoader host) {
        super(plugin.toString(), urls(jars), getPlatformClassLoader());
        this.plugin = plugin;
        this.host = requireNonNull(host, "host is null");
    }

    /** Whose classes these are. */
    public PluginName plugin() {
        return plugin;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (HostPackages.contain(name)) {
            return host.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        Optional<byte[]> replaced = bytes(path).flatMap(ExitCalls::replacedIn);
        if (replaced.isEmpty()) {
            return super.findClass(name);
        }
        byte[] classFile = replaced.get();
        return defineClass(name, classFile, 0, classFile.length, sourceOf(name, path));
    }

    /** Empty if there is no such class: then the usual search says so. */
    private Optional<byte[]> bytes(String path) {
        try (InputStream in = getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Makes the package of a class known with what its jar's manifest says of it. */
    private CodeSource sourceOf(String name, String path) throws ClassNotFoundException {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        try {
            JarURLConnection entry = (JarURLConnection) findResource(path).openConnection();
            entry.setUseCaches(false); // else nobody closes the jar
            try (JarFile jar = entry.getJarFile()) {
                URL url = entry.getJarFileURL();
                Manifest manifest = Optional.ofNullable(jar.getManifest()).orElseGet(Manifest::new);
                definePackageOnce(packageName, manifest, url);
                return new CodeSource(url, signersOf(entry.getJarEntry(), jar));
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /**
     * Java wants all classes of a package to be signed by the same; null if nobody has. What the
     * signature is of was read before it was rewritten.
     */
    private static CodeSigner[] signersOf(JarEntry entry, JarFile jar) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream()); // known of an entry read to its end
        }
        return entry.getCodeSigners();
    }

    private void definePackageOnce(String packageName, Manifest manifest, URL jar) {
        if (getDefinedPackage(packageName) == null) {
            try {
                definePackage(packageName, manifest, jar);
            } catch (IllegalArgumentException e) {
                // Another thread, loading a class of the same package, was faster.
                LOG.trace("package {} of {} is known", packageName, plugin, e);
            }
        }
    }

    private static URL[] urls(List<Path> jars) {
        return jars.stream().map(PluginClassLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("every file has a URL: " + jar, e);
        }
    }
}
