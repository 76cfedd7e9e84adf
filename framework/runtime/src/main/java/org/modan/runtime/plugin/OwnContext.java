/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Evaluator;
import org.modan.spi.ExtensionFactory;
import org.modan.spi.Initialization;
import org.modan.spi.Objective;
import org.modan.spi.PretrainStrategy;

/**
 * Runs a plugin's code with the plugin's class loader as the thread's context, where many libraries
 * look for their parts. With the host's they would find the host's parts, which no plugin is to
 * see, and none of their own.
 *
 * <p>What a factory makes is entered in the same way, on whichever thread it is called. Layers,
 * which an encoder's step calls by the thousand, are not.
 */
public final class OwnContext {

    private static final String CONTRACTS = ExtensionFactory.class.getPackageName();

    private OwnContext() {}

    /** Calls a plugin. */
    public static <T> T of(ClassLoader own, Supplier<T> call) {
        try (Entrance entered = Entrance.into(own)) {
            return call.get();
        }
    }

    /** The same factory, whose every call, and those of what it makes, run in its own context. */
    public static ExtensionFactory around(ExtensionFactory factory, ClassLoader own) {
        return (ExtensionFactory) entered(factory, own);
    }

    private static Object entered(Object target, ClassLoader own) {
        return Proxy.newProxyInstance(
                OwnContext.class.getClassLoader(),
                contracts(target.getClass(), new LinkedHashSet<>()).toArray(Class<?>[]::new),
                new Entering(target, own));
    }

    /** The interfaces of the contract that a class implements, itself or by inheritance. */
    private static Set<Class<?>> contracts(Class<?> type, Set<Class<?>> found) {
        for (Class<?> implemented : type.getInterfaces()) {
            if (implemented.getPackageName().equals(CONTRACTS)) {
                found.add(implemented);
            } else {
                contracts(implemented, found);
            }
        }
        return type.getSuperclass() == null ? found : contracts(type.getSuperclass(), found);
    }

    /** Gives the thread its former context back at the end. */
    private record Entrance(Thread thread, ClassLoader former) implements AutoCloseable {

        static Entrance into(ClassLoader own) {
            Thread thread = Thread.currentThread();
            Entrance entrance = new Entrance(thread, thread.getContextClassLoader());
            thread.setContextClassLoader(own);
            return entrance;
        }

        @Override
        public void close() {
            thread.setContextClassLoader(former);
        }
    }

    private record Entering(Object target, ClassLoader own) implements InvocationHandler {

        private Entering {
            requireNonNull(target, "target is null");
            requireNonNull(own, "own is null");
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("equals") && method.getDeclaringClass() == Object.class) {
                return proxy == arguments[0];
            }
            try (Entrance entered = Entrance.into(own)) {
                return made(method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private Object made(Object result) {
            if (result instanceof Initialization.Train training) {
                return Initialization.train((Objective) entered(training.objective(), own));
            }
            return result instanceof PretrainStrategy
                            || result instanceof DatasetAdapter
                            || result instanceof Evaluator
                    ? entered(result, own)
                    : result;
        }
    }
}
