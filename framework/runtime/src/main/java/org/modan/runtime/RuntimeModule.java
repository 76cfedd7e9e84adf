/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import static java.util.Objects.requireNonNull;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import org.modan.runtime.data.DatasetOpener;
import org.modan.runtime.plan.PlanModule;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.runtime.run.ImageCacheFolder;
import org.modan.runtime.run.RunModule;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.ExtensionFactory;
import org.modan.spi.PretrainStrategyFactory;

/** Wires one planning or one run: its objects live as long as its injector. */
final class RuntimeModule extends AbstractModule {

    private final ModanSettings settings;
    private final ExtensionCatalog catalog;
    private final ComputeDevice device;

    RuntimeModule(ModanSettings settings, ExtensionCatalog catalog, ComputeDevice device) {
        this.device = requireNonNull(device, "device is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.catalog = requireNonNull(catalog, "catalog is null");
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        bindExtensions(
                ExtensionKind.STRATEGY, new TypeLiteral<Extension<PretrainStrategyFactory>>() {});
        bindExtensions(
                ExtensionKind.DATASET, new TypeLiteral<Extension<DatasetAdapterFactory>>() {});
        bindExtensions(ExtensionKind.EVALUATOR, new TypeLiteral<Extension<EvaluatorFactory>>() {});
        install(new PlanModule());
        install(new RunModule());
    }

    private <F extends ExtensionFactory> void bindExtensions(
            ExtensionKind<F> kind, TypeLiteral<Extension<F>> type) {
        MapBinder<String, Extension<F>> extensions =
                MapBinder.newMapBinder(binder(), TypeLiteral.get(String.class), type);
        catalog.names(kind)
                .forEach(
                        name ->
                                extensions
                                        .addBinding(name)
                                        .toInstance(catalog.find(kind, name).orElseThrow()));
    }

    @Provides
    @Singleton
    ComputeDevice device() {
        return device;
    }

    @Provides
    @Singleton
    DatasetOpener datasetOpener() {
        return new DatasetOpener(settings.imageCache());
    }

    @Provides
    @Singleton
    ImageCacheFolder imageCache() {
        return new ImageCacheFolder(settings.imageCache());
    }
}
