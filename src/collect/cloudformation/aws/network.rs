//! Networks and their openings.

use crate::collect::cloudformation::translation::{Argument, Type, blocks, listed, of, plain};

pub(super) const TYPES: &[Type] = &[
    of("AWS::EC2::VPC", "aws_vpc"),
    of("AWS::EC2::Subnet", "aws_subnet"),
    of("AWS::EC2::FlowLog", "aws_flow_log").with(&[plain("ResourceId", "vpc_id")]),
    of("AWS::EC2::SecurityGroup", "aws_security_group").with(&[
        plain("GroupName", "name"),
        plain("GroupDescription", "description"),
        blocks("SecurityGroupIngress", "ingress", RULE),
        blocks("SecurityGroupEgress", "egress", RULE),
    ]),
    of("AWS::EC2::SecurityGroupIngress", "aws_vpc_security_group_ingress_rule").with(SEPARATE_RULE),
    of("AWS::EC2::SecurityGroupEgress", "aws_vpc_security_group_egress_rule").with(SEPARATE_RULE),
    of("AWS::EC2::NetworkAcl", "aws_network_acl"),
    of("AWS::EC2::NetworkAclEntry", "aws_network_acl_rule")
        .with(&[plain("PortRange.From", "from_port"), plain("PortRange.To", "to_port")]),
];

const RULE: &[Argument] = &[
    plain("IpProtocol", "protocol"),
    plain("FromPort", "from_port"),
    plain("ToPort", "to_port"),
    listed("CidrIp", "cidr_blocks"),
    listed("CidrIpv6", "ipv6_cidr_blocks"),
    listed("SourceSecurityGroupId", "security_groups"),
    listed("SourceSecurityGroupName", "security_groups"),
    listed("DestinationSecurityGroupId", "security_groups"),
    listed("SourcePrefixListId", "prefix_list_ids"),
    listed("DestinationPrefixListId", "prefix_list_ids"),
    plain("Description", "description"),
];

const SEPARATE_RULE: &[Argument] = &[
    plain("GroupId", "security_group_id"),
    plain("CidrIp", "cidr_ipv4"),
    plain("CidrIpv6", "cidr_ipv6"),
    plain("SourceSecurityGroupId", "referenced_security_group_id"),
    plain("SourceSecurityGroupName", "referenced_security_group_id"),
    plain("DestinationSecurityGroupId", "referenced_security_group_id"),
    plain("SourcePrefixListId", "prefix_list_id"),
    plain("DestinationPrefixListId", "prefix_list_id"),
];
