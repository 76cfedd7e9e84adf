/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Pixels before they become tensors: conversion to grey, resizing, and the random views of
 * contrastive training, on plain byte arrays and equal to what PIL and torchvision compute. Nothing
 * here decodes files or touches an engine.
 */
package org.modan.nn.image;
