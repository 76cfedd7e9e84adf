/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.nio.file.Path;

/** DJL with libtorch: starts with the first use, once for the life of the process. */
public final class TrainingEngine {

    private TrainingEngine() {}

    /**
     * @throws UnusableEngineException if it does not start
     */
    public static Engine start() {
        // DJL finds its engine through the thread's loader, once for the life of the process.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(TrainingEngine.class.getClassLoader());
        try {
            LibtorchSettings settings = LibtorchSettings.ofProcess();
            Platform platform = Platform.detectPlatform("pytorch");
            settings.check(JniLibraries.of(platform));
            if (settings.folder().isEmpty()) {
                new UnpackedNatives(platform, natives()).check();
            }
            return Engine.getInstance();
        } catch (UnusableEngineException e) {
            throw e;
        } catch (RuntimeException | LinkageError | AssertionError e) {
            throw StartFailure.of(e, natives());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Whether libtorch was built for CUDA; says nothing of graphics cards. */
    public static boolean isForCuda(Engine engine) {
        return engine.hasCapability(StandardCapabilities.CUDA);
    }

    /** Where native libraries that come in jars are unpacked to. */
    public static Path natives() {
        return Utils.getEngineCacheDir("pytorch").toAbsolutePath();
    }
}
