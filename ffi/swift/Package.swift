// swift-tools-version:5.9
// The Swift package. Its sources are generated (ffi/generate) and were not type-checked in this repository, which has no Swift.
import PackageDescription

let package = Package(
    name: "Doichieu",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "Doichieu", targets: ["Doichieu"])],
    targets: [
        .target(name: "Doichieu", dependencies: ["DoichieuFFI"], path: "Sources/Doichieu"),
        // Made by ./xcframework on a Mac.
        .binaryTarget(name: "DoichieuFFI", path: "build/DoichieuFFI.xcframework"),
    ]
)
