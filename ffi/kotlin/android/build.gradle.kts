// The AAR `vn.doichieu:doichieu`. Laid out by ./lay-out and built where the Android SDK and NDK are: workflow.yml has the steps. Not
// built in this repository's CI.

plugins {
    id("com.android.library") version "8.9.0"
    kotlin("android") version "2.1.0"
}

android {
    namespace = "vn.doichieu"
    compileSdk = 35
    ndkVersion = "28.0.13004108" // links with 16 KB pages by itself (Android 15 asks for them)

    defaultConfig {
        minSdk = 26 // java.time without desugaring
        consumerProguardFiles("consumer-rules.pro")
        ndk { abiFilters += listOf("arm64-v8a", "armeabi-v7a", "x86_64") }
    }

    sourceSets["main"].kotlin.srcDir("../src")
    sourceSets["main"].jniLibs.srcDir("build/jniLibs")
    packaging { jniLibs { useLegacyPackaging = false } }
}

kotlin { jvmToolchain(17) }

dependencies {
    // From 5.19.1 on its own native half is linked for 16 KB pages.
    implementation("net.java.dev.jna:jna:5.19.1@aar")
}
