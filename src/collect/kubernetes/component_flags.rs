//! The flags of a cluster's components that controls bear on.

/// Components, and their flags. Others are not evidence: they may hold anything.
pub(super) const FLAGS: &[(&str, &[&str])] = &[
    (
        "kube-apiserver",
        &[
            "anonymous-auth",
            "audit-log-maxage",
            "audit-log-maxbackup",
            "audit-log-maxsize",
            "audit-log-path",
            "audit-policy-file",
            "audit-webhook-config-file",
            "authorization-mode",
            "basic-auth-file",
            "client-ca-file",
            "disable-admission-plugins",
            "enable-admission-plugins",
            "encryption-provider-config",
            "etcd-cafile",
            "etcd-certfile",
            "etcd-keyfile",
            "insecure-bind-address",
            "insecure-port",
            "kubelet-certificate-authority",
            "kubelet-client-certificate",
            "kubelet-client-key",
            "kubelet-https",
            "profiling",
            "secure-port",
            "service-account-key-file",
            "service-account-lookup",
            "tls-cert-file",
            "tls-cipher-suites",
            "tls-private-key-file",
            "token-auth-file",
        ],
    ),
    (
        "kube-controller-manager",
        &[
            "bind-address",
            "feature-gates",
            "profiling",
            "root-ca-file",
            "service-account-private-key-file",
            "use-service-account-credentials",
        ],
    ),
    ("kube-scheduler", &["bind-address", "profiling"]),
    (
        "etcd",
        &[
            "auto-tls",
            "cert-file",
            "client-cert-auth",
            "key-file",
            "peer-auto-tls",
            "peer-cert-file",
            "peer-client-cert-auth",
            "peer-key-file",
        ],
    ),
    (
        "kubelet",
        &[
            "anonymous-auth",
            "authorization-mode",
            "feature-gates",
            "hostname-override",
            "make-iptables-util-chains",
            "protect-kernel-defaults",
            "read-only-port",
            "rotate-certificates",
            "rotate-server-certificates",
            "streaming-connection-idle-timeout",
            "tls-cert-file",
            "tls-cipher-suites",
            "tls-private-key-file",
        ],
    ),
];

/// Flags that name a file with settings, and those that it may set; none listed where it may set any.
pub(super) const SET_ELSEWHERE: &[(&str, &str, &[&str])] = &[
    ("kube-apiserver", "authentication-config", &["anonymous-auth"]),
    ("kube-apiserver", "authorization-config", &["authorization-mode"]),
    ("kube-scheduler", "config", &["profiling"]),
    ("etcd", "config-file", &[]),
    ("kubelet", "config", &[]),
];

/// What the kubelet's configuration file calls its flags, with the value of one that it does not state.
pub(super) const OF_KUBELET_FILE: &[(&str, &str, Option<&str>)] = &[
    ("authentication.anonymous.enabled", "anonymous-auth", Some("false")),
    ("authorization.mode", "authorization-mode", Some("Webhook")),
    ("makeIPTablesUtilChains", "make-iptables-util-chains", Some("true")),
    ("protectKernelDefaults", "protect-kernel-defaults", Some("false")),
    ("readOnlyPort", "read-only-port", Some("0")),
    ("rotateCertificates", "rotate-certificates", Some("false")),
    ("serverTLSBootstrap", "rotate-server-certificates", Some("false")),
    ("streamingConnectionIdleTimeout", "streaming-connection-idle-timeout", Some("4h0m0s")),
    ("tlsCertFile", "tls-cert-file", None),
    ("tlsPrivateKeyFile", "tls-private-key-file", None),
];

/// Sections of kubeadm's configuration, and the component whose flags each adds to.
pub(super) const OF_KUBEADM: &[(&str, &str)] = &[
    ("apiServer", "kube-apiserver"),
    ("controllerManager", "kube-controller-manager"),
    ("scheduler", "kube-scheduler"),
    ("etcd.local", "etcd"),
];

/// What kubeadm itself sets, as its documentation of implementation details lists.
pub(super) const BY_KUBEADM: &[(&str, &str, &str)] = &[
    ("kube-apiserver", "authorization-mode", "Node,RBAC"),
    ("kube-apiserver", "client-ca-file", "/etc/kubernetes/pki/ca.crt"),
    ("kube-apiserver", "enable-admission-plugins", "NodeRestriction"),
    ("kube-apiserver", "etcd-cafile", "/etc/kubernetes/pki/etcd/ca.crt"),
    ("kube-apiserver", "etcd-certfile", "/etc/kubernetes/pki/apiserver-etcd-client.crt"),
    ("kube-apiserver", "etcd-keyfile", "/etc/kubernetes/pki/apiserver-etcd-client.key"),
    ("kube-apiserver", "kubelet-client-certificate", "/etc/kubernetes/pki/apiserver-kubelet-client.crt"),
    ("kube-apiserver", "kubelet-client-key", "/etc/kubernetes/pki/apiserver-kubelet-client.key"),
    ("kube-apiserver", "secure-port", "6443"),
    ("kube-apiserver", "service-account-key-file", "/etc/kubernetes/pki/sa.pub"),
    ("kube-apiserver", "tls-cert-file", "/etc/kubernetes/pki/apiserver.crt"),
    ("kube-apiserver", "tls-private-key-file", "/etc/kubernetes/pki/apiserver.key"),
    ("kube-controller-manager", "bind-address", "127.0.0.1"),
    ("kube-controller-manager", "root-ca-file", "/etc/kubernetes/pki/ca.crt"),
    ("kube-controller-manager", "service-account-private-key-file", "/etc/kubernetes/pki/sa.key"),
    ("kube-controller-manager", "use-service-account-credentials", "true"),
    ("kube-scheduler", "bind-address", "127.0.0.1"),
    ("etcd", "cert-file", "/etc/kubernetes/pki/etcd/server.crt"),
    ("etcd", "client-cert-auth", "true"),
    ("etcd", "key-file", "/etc/kubernetes/pki/etcd/server.key"),
    ("etcd", "peer-cert-file", "/etc/kubernetes/pki/etcd/peer.crt"),
    ("etcd", "peer-client-cert-auth", "true"),
    ("etcd", "peer-key-file", "/etc/kubernetes/pki/etcd/peer.key"),
];
